import { once } from 'node:events';
import type { Socket } from 'node:net';
import createImapServer from 'hoodiecrow-imap';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Cleanup } from '../../support/n8n/Cleanup';
import { portOf } from '../../../sandbox/server/portOf';

export type Mail = ConstructorParameters<typeof MailComposer>[0];

const PASSWORD = 'loopback-only';

/** A mail server on loopback with one mailbox, which is read over IMAP and forgotten at the end. */
export class MailServer {
	private watched = false;
	private readonly imap: ReturnType<typeof createImapServer>;

	private constructor(private readonly address: string) {
		const users = { [address]: { password: PASSWORD } };
		this.imap = createImapServer({ plugins: ['IDLE'], users });
		const idle = this.imap.getCommandHandler('IDLE');
		this.imap.setCommandHandler('IDLE', (...received) => {
			idle(...received);
			this.watched = true;
		});
	}

	/** @param address whose mailbox it has */
	static async start(address: string, cleanup: Cleanup): Promise<MailServer> {
		const mailServer = new MailServer(address);
		const { server } = mailServer.imap;
		const open = new Set<Socket>();
		server.on('connection', (socket) => {
			open.add(socket);
			socket.on('close', () => open.delete(socket));
		});
		await once(server.listen(0, '127.0.0.1'), 'listening');
		cleanup.add(async () => {
			for (const socket of open) socket.destroy();
			server.close();
			await once(server, 'close');
		});
		return mailServer;
	}

	/** What a user types into the form of n8n's IMAP credential. */
	get credential(): Record<string, unknown> {
		return {
			user: this.address,
			password: PASSWORD,
			host: '127.0.0.1',
			port: portOf(this.imap.server),
			secure: false,
			allowUnauthorizedCerts: false,
		};
	}

	/** Whether a client waits for mail. Mail that was there before is no news to one that has just logged in. */
	get isWatched(): boolean {
		return this.watched;
	}

	/** Puts a mail into the mailbox. */
	async deliver(mail: Mail, receivedAt = new Date()): Promise<void> {
		const source = await new MailComposer({ to: this.address, ...mail }).compile().build();
		this.imap.appendMessage('INBOX', [], receivedAt, source.toString());
	}
}
