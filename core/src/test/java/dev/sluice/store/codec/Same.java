package dev.sluice.store.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.event.Event;
import dev.sluice.types.Arr;
import dev.sluice.types.Lead;
import dev.sluice.types.Num;
import dev.sluice.types.Obj;
import dev.sluice.types.Section;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;

/** Sameness to the last digit: stricter than {@code equals}, which lets numbers differ in their spelling. */
final class Same {
    private Same() {}

    static void values(Value read, Value written) {
        assertThat(read).isEqualTo(written);
        if (written instanceof Num num) {
            assertThat(((Num) read).value()).isEqualTo(num.value());
            assertThat(((Num) read).spelling()).isEqualTo(num.spelling());
        } else if (written instanceof Obj obj) {
            obj.members().forEach((name, member) -> values(((Obj) read).get(name), member));
        } else if (written instanceof Arr arr) {
            for (int i = 0; i < arr.size(); i++) {
                values(((Arr) read).at(i), arr.at(i));
            }
        } else if (written instanceof Typed typed) {
            values(((Typed) read).raw(), typed.raw());
            values(((Typed) read).normal(), typed.normal());
            typed.parts().names().forEach(name -> values(part((Typed) read, name), part(typed, name)));
        }
    }

    private static Value part(Typed typed, String name) {
        int at = typed.parts().indexOf(name);
        return at < 0 ? Value.missing() : typed.component(at);
    }

    static void events(Event read, Event written) {
        assertThat(read)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .ignoringFields("snapshot", "before", "facts", "knownFacts", "detail", "input", "secretNames")
                .isEqualTo(written);
        for (Section section : Section.values()) {
            values(read.snapshot().section(section), written.snapshot().section(section));
        }
        assertThat(read.before().isPresent()).isEqualTo(written.before().isPresent());
        values(read.facts(), written.facts());
        values(read.detail(), written.detail());
        assertThat(read.input().isPresent()).isEqualTo(written.input().isPresent());
        written.input().ifPresent(lead -> leads(read.input().orElseThrow(), lead));
    }

    private static void leads(Lead read, Lead written) {
        assertThat(read.source()).isEqualTo(written.source());
        assertThat(read.names()).isEqualTo(written.names());
        written.names().forEach(name -> values(read.get(name), written.get(name)));
        assertThat(read.submittedAt()).isEqualTo(written.submittedAt());
        assertThat(read.isTest()).isEqualTo(written.isTest());
        values(read.details(), written.details());
    }
}
