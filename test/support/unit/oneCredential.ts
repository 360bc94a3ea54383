import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';

/** The n8n server's credentials, for a node that only reads the values of one. */
export class OneCredential extends ICredentialsHelper {
	constructor(private readonly values: IDataObject) {
		super();
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		return Object.fromEntries(
			Object.entries(this.values).map(([name, value]) => [name, String(value)]),
		);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getParentTypes(): string[] {
		return [];
	}

	getCredentialsProperties(): INodeProperties[] {
		return [];
	}

	async authenticate(
		_data: ICredentialDataDecryptedObject,
		_type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return request;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		return await unused();
	}

	async updateCredentials(): Promise<void> {
		await unused();
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		await unused();
	}
}

async function unused(): Promise<never> {
	throw new Error('No credential is stored here');
}
