package dev.sluice.audit;

import static java.util.Objects.requireNonNull;

import dev.sluice.Sluice;
import dev.sluice.event.Event;
import dev.sluice.event.EventQuery;
import dev.sluice.event.EventType;
import dev.sluice.event.Reader;
import dev.sluice.store.Page;
import dev.sluice.store.StreamId;
import dev.sluice.store.Subjects;
import dev.sluice.types.At;
import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Parsing;
import dev.sluice.types.Typed;
import dev.sluice.types.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds leads by words that people type. All words must be found, each as the beginning of a word in a value that the reader sees, in any
 * case; what stands in quotes is one word. Addresses and telephone numbers are found whole, through keyed hashes where the
 * store seals. Leads are looked at as they were when they were accepted or rejected, the newest first. A search by somebody who sees personal
 * values is on record. Safe on any thread.
 */
public final class LeadSearch {
    /** The most leads that a search gives. */
    public static final int MOST = 1_000;

    private static final int PAGE = 500;

    private final Sluice sluice;
    private final Reader reader;
    private final PersonalReading record;

    private LeadSearch(Sluice sluice, Reader reader) {
        this.sluice = sluice;
        this.reader = reader;
        this.record = PersonalReading.over(sluice, reader);
    }

    /** Search in the account of {@code sluice} by {@code reader}. */
    public static LeadSearch over(Sluice sluice, Reader reader) {
        return new LeadSearch(requireNonNull(sluice, "sluice"), requireNonNull(reader, "reader"));
    }

    /**
     * A lead that was found.
     *
     * @param event where it was accepted or rejected, as the reader sees it
     * @param paths where its words stand
     */
    public record Hit(Event event, List<String> paths) {
        public Hit {
            paths = List.copyOf(paths);
        }
    }

    /**
     * The leads that have all words, the newest first.
     *
     * @param words separated by blanks; what stands in double quotes is one
     * @param from the first moment of those that are looked at
     * @param to the last one
     * @param limit how many at most, 1 to {@value #MOST}
     * @throws IllegalArgumentException if there is no word, or the limit is another number
     */
    public List<Hit> find(String words, Instant from, Instant to, int limit) {
        List<SearchWord> wanted = SearchWord.of(words);
        if (wanted.isEmpty() || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a search has a word at least, and gives 1 to " + MOST + " leads");
        }
        Looking looking = new Looking(wanted, limit);
        Optional<List<StreamId>> known = byHash(wanted, to);
        if (known.isPresent()) {
            known.get().forEach(lead -> looking.lead(lead, from, to));
        } else {
            looking.all(from, to);
        }
        record.note("search for " + wanted.size() + " words", looking.looked);
        return looking.newestFirst();
    }

    /** Leads that had the first address or number among the words; empty where hashes help nothing. */
    private Optional<List<StreamId>> byHash(List<SearchWord> words, Instant now) {
        Optional<Subjects> subjects = sluice.store().subjects().filter(Subjects::isSealing);
        return subjects.flatMap(hashes -> words.stream()
                .map(word -> identity(word, now))
                .flatMap(Optional::stream)
                .findFirst()
                .map(typed -> hashes.having(
                        sluice.account(), typed.type().name(), typed.normal().text())));
    }

    private static Optional<Typed> identity(SearchWord word, Instant now) {
        if (!word.isIdentity()) {
            return Optional.empty();
        }
        FieldType type = word.text().indexOf('@') >= 0 ? FieldTypes.EMAIL : FieldTypes.PHONE;
        return Optional.of(type.parse(Value.text(word.text()), Parsing.at(At.utc(now))))
                .filter(Typed::valid);
    }

    /** One search on its way. */
    private final class Looking {
        private final List<SearchWord> words;
        private final int limit;
        private final List<Hit> hits = new ArrayList<>();
        private long looked;

        Looking(List<SearchWord> words, int limit) {
            this.words = words;
            this.limit = limit;
        }

        void lead(StreamId lead, Instant from, Instant to) {
            sluice.store().events().stream(lead).stream()
                    .filter(LeadSearch::decides)
                    .filter(event -> !event.at().isBefore(from) && !event.at().isAfter(to))
                    .findFirst()
                    .ifPresent(this::look);
        }

        void all(Instant from, Instant to) {
            EventQuery query = EventQuery.builder()
                    .account(sluice.account())
                    .type(EventType.SOURCE_ACCEPTED)
                    .type(EventType.SOURCE_REJECTED)
                    .start(from)
                    .end(to)
                    .newestFirst()
                    .limit(PAGE)
                    .build();
            boolean isMore = true;
            while (isMore && hits.size() < limit) {
                Page<Event> page = sluice.store().events().find(query);
                page.events().forEach(this::look);
                isMore = !page.next().equals(query.after());
                query = query.after(page.next());
            }
        }

        /** Words that are identities are compared with the value itself, all others with what is seen of it. */
        private void look(Event event) {
            looked++;
            Event seen = reader.of(event);
            TreeSet<String> paths = new TreeSet<>();
            for (SearchWord word : words) {
                List<String> places = word.places(word.isIdentity() ? event : seen);
                if (places.isEmpty()) {
                    return;
                }
                paths.addAll(places);
            }
            if (hits.size() < limit) {
                hits.add(new Hit(seen, List.copyOf(paths)));
            }
        }

        List<Hit> newestFirst() {
            return hits.stream()
                    .sorted(Comparator.comparing((Hit hit) -> hit.event().at()).reversed())
                    .toList();
        }
    }

    private static boolean decides(Event event) {
        return event.type().equals(EventType.SOURCE_ACCEPTED) || event.type().equals(EventType.SOURCE_REJECTED);
    }
}
