package dev.sluice.email;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message. Whatever stands in it is checked when it is built: one address where one is meant, no line breaks in its head,
 * no more than it may weigh. Immutable; {@link #toString()} shows nobody's address.
 */
public final class Mail {
    /** What attachments may weigh together by default, in bytes: what most servers take. */
    public static final long MOST_ATTACHED = 10_485_760;

    private static final int LONGEST_BODY = 1_048_576;
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST_ID = 120;

    private final Mailbox from;
    private final Instant at;
    private final List<Mailbox> replyTo;
    private final String subject;
    private final String text;
    private final String html;
    private final List<Mailbox> to;
    private final List<Mailbox> cc;
    private final List<Mailbox> bcc;
    private final List<Attachment> attachments;
    private final String id;

    private Mail(Builder builder) {
        this.from = builder.from;
        this.at = builder.at;
        this.replyTo = builder.replyTo;
        this.subject = builder.subject;
        this.text = builder.text;
        this.html = builder.html;
        this.to = List.copyOf(builder.to);
        this.cc = List.copyOf(builder.cc);
        this.bcc = List.copyOf(builder.bcc);
        this.attachments = List.copyOf(builder.attachments);
        this.id = "<" + local(builder.key) + "@" + builder.from.domain() + ">";
    }

    /**
     * Starts a message.
     *
     * @param from the sender, such as {@code Leads <leads@example.com>}
     * @param key makes the id of the message: the same for the same key, so that who gets it twice can tell
     * @param at the date that it bears
     * @throws InvalidMailException when {@code from} is no address
     */
    public static Builder from(String from, String key, Instant at) {
        return new Builder(Mailbox.parse(from, "/from"), requireNonNull(key, "key"), requireNonNull(at, "at"));
    }

    /** {@code key} in characters that an id may have, each key its own; long ones by their digest. */
    private static String local(String key) {
        StringBuilder local = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
            local.append(
                    plain
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return local.length() == 0 || local.length() > LONGEST_ID ? "sha256." + digest(key) : local.toString();
    }

    private static String digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every platform has SHA-256", never);
        }
    }

    /** What its {@code Message-ID} is, in angle brackets. */
    public String id() {
        return id;
    }

    Mailbox from() {
        return from;
    }

    Instant at() {
        return at;
    }

    List<Mailbox> to() {
        return to;
    }

    List<Mailbox> cc() {
        return cc;
    }

    List<Mailbox> bcc() {
        return bcc;
    }

    List<Mailbox> replyTo() {
        return replyTo;
    }

    String subject() {
        return subject;
    }

    /** The body as plain text; empty when there is none. */
    String text() {
        return text;
    }

    /** The body as HTML; empty when there is none. */
    String html() {
        return html;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    /** Everybody who gets it. */
    List<Mailbox> everybody() {
        return Stream.of(to, cc, bcc).flatMap(List::stream).toList();
    }

    @Override
    public String toString() {
        return "mail " + id + " to " + everybody().size();
    }

    /** Collects what a message consists of. For one thread. */
    public static final class Builder {
        private final Mailbox from;
        private final String key;
        private final Instant at;
        private final List<Mailbox> to = new ArrayList<>();
        private final List<Mailbox> cc = new ArrayList<>();
        private final List<Mailbox> bcc = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private List<Mailbox> replyTo = List.of();
        private String subject = "";
        private String text = "";
        private String html = "";
        private long mostAttached = MOST_ATTACHED;

        private Builder(Mailbox from, String key, Instant at) {
            this.from = from;
            this.key = key;
            this.at = at;
        }

        /** One more who gets it; exactly one address. */
        public Builder to(String address) {
            to.add(Mailbox.parse(address, "/to/" + to.size()));
            return this;
        }

        /** One more who gets a copy. */
        public Builder cc(String address) {
            cc.add(Mailbox.parse(address, "/cc/" + cc.size()));
            return this;
        }

        /** One more who gets a copy and whom nobody sees. */
        public Builder bcc(String address) {
            bcc.add(Mailbox.parse(address, "/bcc/" + bcc.size()));
            return this;
        }

        /** Where answers go; to the sender by default. */
        public Builder replyTo(String address) {
            replyTo = List.of(Mailbox.parse(address, "/replyTo"));
            return this;
        }

        /** The subject; line breaks are refused. */
        public Builder subject(String line) {
            subject = HeaderText.of(line, "/subject");
            return this;
        }

        /** The body as plain text. */
        public Builder text(String body) {
            text = bounded(body, "/text");
            return this;
        }

        /** The body as HTML; with {@link #text} beside it the recipient's program chooses. */
        public Builder html(String body) {
            html = bounded(body, "/html");
            return this;
        }

        private static String bounded(String body, String pointer) {
            if (body.length() > LONGEST_BODY) {
                throw new InvalidMailException(
                        pointer, "a body of " + body.length() + " characters is more than " + LONGEST_BODY);
            }
            return body;
        }

        /** One more file. */
        public Builder attach(Attachment file) {
            attachments.add(requireNonNull(file, "file"));
            return this;
        }

        /** Another limit for all attachments together, in bytes; {@link #MOST_ATTACHED} by default. */
        public Builder mostAttached(long bytes) {
            mostAttached = bytes;
            return this;
        }

        /** @throws InvalidMailException when nobody gets it, too many get it, or its attachments weigh too much */
        public Mail build() {
            int recipients = to.size() + cc.size() + bcc.size();
            if (recipients == 0) {
                throw new InvalidMailException("/to", "nobody gets it; name at least one address");
            }
            if (recipients > MOST_RECIPIENTS) {
                throw new InvalidMailException("/to", recipients + " get it, more than " + MOST_RECIPIENTS);
            }
            long attached = attachments.stream().mapToLong(Attachment::length).sum();
            if (attached > mostAttached) {
                throw new InvalidMailException(
                        "/attachments",
                        "the attachments have " + attached + " bytes, more than " + mostAttached
                                + "; zip or split them");
            }
            return new Mail(this);
        }
    }
}
