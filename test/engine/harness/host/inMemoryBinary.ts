/**
 * Imported before the harness, keeps binary data in memory as an n8n without a binary store does: as
 * base64 in the item itself.
 */
process.env.N8N_DEFAULT_BINARY_DATA_MODE = 'default';

export {};
