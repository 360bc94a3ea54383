export const MIB = 1024 * 1024;

export const asSeconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
export const asMilliseconds = (ms: number) => `${Math.round(ms)} ms`;
export const asRatio = (ratio: number) => `${ratio.toFixed(3)} x`;
export const asCount = (count: number) => count.toFixed(2);
export const asMemory = (bytes: number) => `${(bytes / MIB).toFixed(1)} MiB`;
export const asKilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
export const asThroughput = (bytesPerSecond: number) => `${Math.round(bytesPerSecond / MIB)} MiB/s`;
