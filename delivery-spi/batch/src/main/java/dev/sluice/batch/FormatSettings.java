package dev.sluice.batch;

import dev.sluice.delivery.ConfigProblem;
import dev.sluice.delivery.transport.SettingChecks;
import dev.sluice.types.Bool;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands settings on as they are read, and collects what is wrong with them. What is not read is no setting. For one thread. */
final class FormatSettings {
    private static final Map<String, LineEnding> ENDINGS =
            Map.of("lf", LineEnding.LF, "crlf", LineEnding.CRLF, "cr", LineEnding.CR);

    private final Obj config;
    private final SettingChecks checks;
    private final Set<String> known = new HashSet<>();
    private boolean wrong;

    FormatSettings(Obj config) {
        this.config = config;
        this.checks = new SettingChecks(config);
    }

    /** A value of any kind; nothing happens where there is none. Refusals of {@code to} are told at its place. */
    FormatSettings value(String name, Consumer<Value> to) {
        known.add(name);
        Value value = config.get(name);
        if (!value.isAbsent()) {
            try {
                to.accept(value);
            } catch (IllegalArgumentException refused) {
                wrong(name, String.valueOf(refused.getMessage()));
            }
        }
        return this;
    }

    FormatSettings text(String name, Consumer<String> to) {
        return value(name, value -> to.accept(text(name, value)));
    }

    private static String text(String name, Value value) {
        if (value instanceof Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("'" + name + "' is a text");
    }

    FormatSettings character(String name, Consumer<Character> to) {
        return text(name, text -> {
            if (text.length() != 1) {
                throw new IllegalArgumentException("'" + name + "' is one character");
            }
            to.accept(text.charAt(0));
        });
    }

    FormatSettings flag(String name, Consumer<Boolean> to) {
        return value(name, value -> {
            if (!(value instanceof Bool)) {
                throw new IllegalArgumentException("'" + name + "' is true or false");
            }
            to.accept(value == Value.bool(true));
        });
    }

    <T> FormatSettings word(String name, Map<String, T> words, Consumer<T> to) {
        return text(name, text -> {
            T meaning = words.get(text);
            if (meaning == null) {
                throw new IllegalArgumentException("'" + name + "' is one of " + new TreeSet<>(words.keySet()));
            }
            to.accept(meaning);
        });
    }

    FormatSettings lineEnding(Consumer<LineEnding> to) {
        return word("lineEnding", ENDINGS, to);
    }

    FormatSettings encoding(Consumer<Charset> to) {
        return text("encoding", text -> to.accept(charset(text)));
    }

    private static Charset charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalArgumentException unknown) {
            // Said below.
        }
        throw new IllegalArgumentException("'encoding' is the name of one, such as UTF-8 or windows-1252");
    }

    void wrong(String name, String text) {
        wrong = true;
        checks.add(name, "invalid_setting", text);
    }

    /** What is made of them; {@code otherwise} when something is wrong. */
    <T> T made(Supplier<T> make, String about, T otherwise) {
        checks.known(known);
        try {
            return wrong ? otherwise : make.get();
        } catch (IllegalArgumentException refused) {
            wrong(about, String.valueOf(refused.getMessage()));
            return otherwise;
        }
    }

    List<ConfigProblem> problems() {
        return checks.problems();
    }
}
