package dev.sluice.json.internal.step;

import dev.sluice.flow.Recovery;
import dev.sluice.json.internal.tree.Members;
import dev.sluice.json.internal.tree.Out;
import dev.sluice.json.internal.tree.Words;

/** What becomes of a call that a crash has cut off. */
final class RecoveryForm {
    static final String KEY = "recovery";
    private static final Words<Recovery> WORDS = Words.<Recovery>of("recovery", "unknown_word")
            .with(Recovery.RESEND, "resend")
            .with(Recovery.ASK, "ask");

    private RecoveryForm() {}

    static Recovery read(Members members) {
        return members.or(KEY, word -> word.word(WORDS, Recovery.RESEND), Recovery.RESEND);
    }

    static Out write(Recovery recovery, Out out) {
        return out.unless(Recovery.RESEND, KEY, recovery, each -> Out.text(WORDS.word(each)));
    }
}
