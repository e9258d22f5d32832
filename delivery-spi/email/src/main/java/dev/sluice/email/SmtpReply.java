package dev.sluice.email;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a server said no with. Its words are left out, for they may name people.
 *
 * @param code of three digits: 4xx may pass, 5xx will not
 * @param enhanced the finer code, such as {@code 5.1.1}; empty when there is none
 */
record SmtpReply(int code, String enhanced) {
    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final int REFUSED = 400;
    private static final int FOR_GOOD = 500;
    private static final int HIGHEST = 599;

    /** The refusal in {@code fault}; empty when the server refused nothing, or did not answer. */
    static Optional<SmtpReply> of(MessagingException fault) {
        for (Exception next = fault; next instanceof MessagingException one; next = one.getNextException()) {
            Optional<SmtpReply> reply = Optional.ofNullable(reply(one)).filter(SmtpReply::isRefusal);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    private static @Nullable SmtpReply reply(MessagingException fault) {
        String text = String.valueOf(fault.getMessage());
        if (fault instanceof SMTPAddressFailedException address) {
            return new SmtpReply(address.getReturnCode(), enhanced(text));
        }
        if (fault instanceof SMTPSenderFailedException sender) {
            return new SmtpReply(sender.getReturnCode(), enhanced(text));
        }
        return fault instanceof SMTPSendFailedException all ? new SmtpReply(all.getReturnCode(), enhanced(text)) : null;
    }

    private static String enhanced(String text) {
        Matcher matcher = ENHANCED.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The reply behind a return code alone; empty when it is no refusal. */
    static Optional<SmtpReply> of(int code) {
        return Optional.of(new SmtpReply(code, "")).filter(SmtpReply::isRefusal);
    }

    private boolean isRefusal() {
        return code >= REFUSED && code <= HIGHEST;
    }

    /** Whether it will be the same tomorrow. */
    boolean isFinal() {
        return code >= FOR_GOOD;
    }

    @Override
    public String toString() {
        return enhanced.isEmpty() ? Integer.toString(code) : code + " " + enhanced;
    }
}
