package dev.sluice.internal.wiring;

import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls into code that a host has wired, which may do anything. A fault becomes an answer: its class stands in the
 * reason, its text, which may hold personal values, in the event's detail only.
 */
public final class PluginFault {
    private static final Logger LOG = LoggerFactory.getLogger("dev.sluice.plugin");

    private PluginFault() {}

    /**
     * What a call gave.
     *
     * @param detail the text of a fault; empty when there was none
     * @param kind the class of the fault, {@code null} for no answer; null when there was none
     */
    public record Answer<T>(T value, Obj detail, @Nullable String kind) {
        public Answer(T value, Obj detail) {
            this(value, detail, null);
        }
    }

    /** Calls {@code body}; {@code asAnswer} makes an answer of a reason. */
    public static <T> Answer<T> guard(String plugin, Supplier<@Nullable T> body, Function<String, T> asAnswer) {
        try {
            T answer = body.get();
            return answer == null ? nothing(plugin, asAnswer) : new Answer<>(answer, Obj.EMPTY);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError fault) {
            String kind = fault.getClass().getSimpleName();
            LOG.warn("plugin {} failed with {}", plugin, fault.getClass().getName());
            Obj detail = Obj.EMPTY.with("fault", Value.text(fault.toString()));
            return new Answer<>(asAnswer.apply("Plugin " + plugin + " failed: " + kind), detail, kind);
        }
    }

    private static <T> Answer<T> nothing(String plugin, Function<String, T> asAnswer) {
        LOG.warn("plugin {} answered null", plugin);
        Obj detail = Obj.EMPTY.with("fault", new Text("null"));
        return new Answer<>(asAnswer.apply("Plugin " + plugin + " gave no answer"), detail, "null");
    }
}
