// The few signs of the page, drawn in the colour of the text beside them.
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const AllowIcon = () => (
  <Icon>
    <path d="M3 8.5 6.5 12 13 4.5" />
  </Icon>
);
export const DenyIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
export const DependsIcon = () => (
  <Icon>
    <path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.4 8.600 8 9 8 9.800M8 12.700v.1" />
  </Icon>
);
export const ErrorIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 4.800v3.700M8 11v.1" />
  </Icon>
);
export const WarningIcon = () => (
  <Icon>
    <path d="M8 2.500 14.200 13.300H1.800ZM8 6.500v3M8 11.400v.1" />
  </Icon>
);
export const InfoIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 7.500v3.700M8 5v.1" />
  </Icon>
);
export const SwapIcon = () => (
  <Icon>
    <path d="M2.500 5.500h10M10 3l2.500 2.500L10 8M13.500 10.500h-10M6 8l-2.500 2.500L6 13" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon>
    <path d="M4.500 4.500l7 7M11.500 4.500l-7 7" />
  </Icon>
);
export const BackIcon = () => (
  <Icon>
    <path d="M9.500 3.500 5 8l4.500 4.500" />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="M4.500 6.500 8 10l3.500-3.500" />
  </Icon>
);
export const LightIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.800" />
    <path d="M8 1.500v1.200M8 13.300v1.200M1.500 8h1.200M13.300 8h1.200M3.400 3.400l.9.9M11.700 11.700l.9.9M12.600 3.400l-.9.9M4.300 11.700l-.9.9" />
  </Icon>
);
export const DarkIcon = () => (
  <Icon>
    <path d="M13 9.700A5.500 5.500 0 0 1 6.300 3a5.500 5.500 0 1 0 6.700 6.700Z" />
  </Icon>
);
export const SystemIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.500" />
    <path d="M8 2.500v11M8 5l3.500-1.500M8 8.500l5-2.200M8 12l4.700-2" />
  </Icon>
);
