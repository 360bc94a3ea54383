/**
 * One HTTP exchange, as the domain code sees it. Inside n8n it is carried out by n8n's own helper, in
 * tests and benchmarks by undici; whoever implements it adds the credential.
 */
export type HttpClient = (request: HttpRequest) => Promise<HttpResponse>;

export interface HttpRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Absolute, without query. */
	url: string;
	query?: Record<string, string | number>;
	body?: HttpBody;
	/** Wall time for the whole exchange, the sending of the body included, in milliseconds. */
	timeoutMs: number;
	/** Told each piece of a reply that is no refusal as it comes, before the whole of it is returned. */
	onText?: (piece: string) => void;
}

export type HttpBody = JsonBody | BinaryBody;

export interface JsonBody {
	kind: 'json';
	value: unknown;
}

/** Bytes sent as `application/octet-stream`, read as they are sent; one body serves one exchange. */
export interface BinaryBody {
	kind: 'binary';
	content: NodeJS.ReadableStream | Uint8Array;
	/** When known, the request carries a Content-Length instead of going out in chunks. */
	byteLength?: number;
}

/** Any HTTP status is a response, a redirect as well, which is never followed; only an exchange without one rejects, with a `ConnectionError`. */
export interface HttpResponse {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** The body as text, whatever its content type: the service answers errors in JSON, HTML and plain text. */
	text: string;
}
