package dev.sluice.templates.internal.program;

import dev.sluice.types.Missing;
import dev.sluice.types.Num;
import dev.sluice.types.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code @index} and its like, of this loop or one around it. */
final class LoopExpr extends Expr {
    private final Word word;
    private final int up;

    LoopExpr(Word word, int up) {
        this.word = word;
        this.up = up;
    }

    @Override
    Value value(Frame frame) {
        Loop loop = loop(frame);
        if (loop == null) {
            return Missing.MISSING;
        }
        return switch (word) {
            case INDEX -> Num.of(loop.index);
            case KEY -> loop.key();
            case FIRST -> Value.bool(loop.index == 0);
            case LAST -> Value.bool(loop.index == loop.size - 1);
        };
    }

    @Override
    boolean holds(Frame frame) {
        Loop loop = loop(frame);
        if (loop == null) {
            return false;
        }
        return switch (word) {
            case FIRST -> loop.index == 0;
            case LAST -> loop.index == loop.size - 1;
            default -> Truth.of(value(frame));
        };
    }

    private @Nullable Loop loop(Frame frame) {
        Loop loop = frame.loop;
        for (int i = 0; i < up && loop != null; i++) {
            loop = loop.outer;
        }
        return loop;
    }

    /** What a round knows of itself. */
    enum Word {
        INDEX,
        KEY,
        FIRST,
        LAST;

        static Optional<Word> of(String name) {
            return switch (name) {
                case "index" -> Optional.of(INDEX);
                case "key" -> Optional.of(KEY);
                case "first" -> Optional.of(FIRST);
                case "last" -> Optional.of(LAST);
                default -> Optional.empty();
            };
        }
    }
}
