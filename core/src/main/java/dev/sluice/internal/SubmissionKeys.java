package dev.sluice.internal;

import dev.sluice.internal.digest.Tokens;
import dev.sluice.json.ValueJson;
import dev.sluice.store.Changes;
import dev.sluice.store.Entry;
import dev.sluice.store.EntryKey;
import dev.sluice.store.Reads;
import dev.sluice.store.View;
import dev.sluice.store.Written;
import dev.sluice.types.Lead;
import dev.sluice.types.Obj;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which submission keys were used, by keyed hash, in the very write of the first event: one entry for the key,
 * with the lead that has it, and one for the key together with its content.
 */
public final class SubmissionKeys {
    private static final int LONGEST = 255;

    private final String account;
    private final String flow;
    private final Tokens tokens;
    private final Duration kept;

    public SubmissionKeys(String account, String flow, Tokens tokens, Duration kept) {
        this.account = account;
        this.flow = flow;
        this.tokens = tokens;
        this.kept = kept;
    }

    /**
     * A use of the key before this one.
     *
     * @param leadId the lead that has it
     * @param sameContent whether that lead's content was the same
     * @param over whether it was so long ago that the answer is no longer given
     */
    record Earlier(String leadId, boolean sameContent, boolean over) {}

    /** Whether {@code key} is visible ASCII, and not too long. */
    static boolean isValid(String key) {
        return !key.isEmpty() && key.length() <= LONGEST && key.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Claims the lead's key for it, together with its first event; gives the earlier use when there was one. */
    Written<Optional<Earlier>> claim(LeadRun run) {
        Lead lead = run.lead();
        String list = "submissions/" + flow + "/" + lead.source();
        String token = tokens.of(lead.key().orElseThrow());
        EntryKey key = new EntryKey(account, list, token);
        EntryKey content = new EntryKey(account, list + "/content", tokens.of(token + content(lead)));
        Instant now = run.clock().start();
        return run.writeUnless(
                new Reads(List.of(), List.of(key, content), List.of(), List.of(), List.of()),
                view -> earlier(view, key, content, now),
                changes -> remember(changes, List.of(key, content), run.leadId(), now));
    }

    private static Optional<Earlier> earlier(View view, EntryKey key, EntryKey content, Instant now) {
        return view.entry(key)
                .map(entry -> new Earlier(
                        entry.leadId(),
                        view.entry(content)
                                .filter(same -> same.leadId().equals(entry.leadId()))
                                .isPresent(),
                        !entry.countsAt(now)));
    }

    private void remember(Changes changes, List<EntryKey> keys, String leadId, Instant now) {
        keys.forEach(key -> changes.put(new Entry(key, leadId, now, now.plus(kept))));
    }

    /** What makes two submissions the same: all values by name, whatever their order, and whether it is a test. */
    private static String content(Lead lead) {
        return (lead.isTest() ? "test " : "live ") + ValueJson.canonical(Obj.of(lead.data()));
    }
}
