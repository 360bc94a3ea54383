import type { Sandbox } from '../../../sandbox';
import type { PublicApi } from '../client/PublicApi';
import type { CredentialReference, Session } from '../client/Session';
import type { RunningN8n } from '../server/startN8n';
import type { GoogleDrive } from '../standin/GoogleDrive';
import type { Internet } from '../standin/Internet';
import type { Cleanup } from '../../support/n8n/Cleanup';
import type { Steps } from '../../support/n8n/Steps';

/** What all scenarios share: a running n8n with its owner, and the sandbox that stands in for AssemblyAI. */
export interface World {
	n8n: RunningN8n;
	/** Of n8n, such as 2.41.1. */
	version: string;
	/** Whether this n8n brings what the chat model is made with. */
	hasAiNodeSdk: boolean;
	session: Session;
	api: PublicApi;
	sandbox: Sandbox;
	/** A folder of recordings that the sandbox knows, besides the sample one: each beside its transcript. */
	recordings: string;
	/** Stands in for the services that n8n's other nodes reach. */
	internet: Internet;
	/** The one in that internet. */
	drive: GoogleDrive;
	/** The credential of the sandbox, as a node refers to it. */
	account: CredentialReference;
	steps: Steps;
	cleanup: Cleanup;
}

/** Something that a user does, from beginning to end. */
export interface Scenario {
	title: string;
	/** Left out unless pictures are taken or it is asked for: what it does, others hold as well. */
	isForPictures?: true;
	run: (world: World) => Promise<void>;
}
