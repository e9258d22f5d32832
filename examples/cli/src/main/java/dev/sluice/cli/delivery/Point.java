package dev.sluice.cli.delivery;

import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.Locale;

/**
 * The answer to one of the eight questions about a recipient.
 *
 * @param text what was found
 * @param code what goes wrong; empty when nothing does
 * @param advice what to do; empty when nothing is to be done
 */
record Point(Question question, Status status, String text, String code, String advice) {

    /** The questions that are asked before a recipient is used. */
    enum Question {
        ENDPOINT("endpoint verified"),
        AUTHENTICATION("authentication tested"),
        MAPPING("required fields mapped"),
        RESPONSE("response parsing configured"),
        ERRORS("error handling defined"),
        RETRY("retry logic appropriate"),
        ALERTS("monitoring alerts set"),
        TEST("test delivery successful");

        private final String words;

        Question(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        Point yes(String text) {
            return new Point(this, Status.YES, text, "", "");
        }

        Point doubtful(String text, String advice) {
            return new Point(this, Status.DOUBTFUL, text, "", advice);
        }

        /** Only a person can say. */
        Point open(String text, String advice) {
            return new Point(this, Status.OPEN, text, "", advice);
        }

        Point no(String text, ErrorCode code) {
            return new Point(this, Status.NO, text, code.text(), code.advice());
        }

        Point no(String text, String code, String advice) {
            return new Point(this, Status.NO, text, code, advice);
        }
    }

    /** How a question is answered. */
    enum Status {
        YES,
        DOUBTFUL,
        OPEN,
        NO;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Obj json() {
        Obj json = Obj.EMPTY
                .with("point", Value.text(question.name().toLowerCase(Locale.ROOT)))
                .with("answer", Value.text(status.text()))
                .with("text", Value.text(text));
        json = code.isEmpty() ? json : json.with("code", Value.text(code));
        return advice.isEmpty() ? json : json.with("advice", Value.text(advice));
    }
}
