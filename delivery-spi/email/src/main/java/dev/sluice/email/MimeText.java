package dev.sluice.email;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** A message in the form in which it travels. */
final class MimeText {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeText() {}

    static MimeMessage of(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", mail.id());
            }
        };
        message.setFrom(mail.from().internet());
        message.setRecipients(RecipientType.TO, addresses(mail.to()));
        message.setRecipients(RecipientType.CC, addresses(mail.cc()));
        if (!mail.replyTo().isEmpty()) {
            message.setReplyTo(addresses(mail.replyTo()));
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.at()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.attachments().isEmpty()) {
            body(mail, message);
        } else {
            message.setContent(withFiles(mail));
        }
        message.saveChanges();
        return message;
    }

    /** Everybody who gets {@code mail}, those whom nobody sees as well. */
    static InternetAddress[] addresses(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Mailbox::internet).toArray(InternetAddress[]::new);
    }

    private static void body(Mail mail, MimePart part) throws MessagingException {
        if (mail.html().isEmpty()) {
            text(mail.text(), "plain", part);
        } else if (mail.text().isEmpty()) {
            text(mail.html(), "html", part);
        } else {
            part.setContent(new MimeMultipart("alternative", text(mail.text(), "plain"), text(mail.html(), "html")));
        }
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        text(text, kind, part);
        return part;
    }

    /** Quoted, so that no line is too long, and no lead's value can look like the end of the message. */
    private static void text(String text, String kind, MimePart part) throws MessagingException {
        part.setText(text, UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private static MimeMultipart withFiles(Mail mail) throws MessagingException {
        MimeBodyPart body = new MimeBodyPart();
        body(mail, body);
        MimeMultipart all = new MimeMultipart("mixed", body);
        for (Attachment file : mail.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new FileSource(file)));
            part.setDisposition(Part.ATTACHMENT);
            part.setFileName(file.name());
            part.setHeader("Content-Transfer-Encoding", "base64");
            all.addBodyPart(part);
        }
        return all;
    }

    /** An attachment as the library reads it. */
    private record FileSource(Attachment file) implements DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            return file.content().open();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("an attachment is only read");
        }

        @Override
        public String getContentType() {
            return file.contentType();
        }

        @Override
        public String getName() {
            return file.name();
        }
    }
}
