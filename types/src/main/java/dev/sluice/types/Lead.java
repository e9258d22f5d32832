package dev.sluice.types;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lead as a source hands it in: the source's name, the values under the names the source uses, unparsed and in their
 * order, and how it came. Immutable; each method gives a new lead.
 */
public final class Lead {
    private final String source;
    private final String[] names;
    private final Value[] values;
    private final int longestText;
    private final Origin origin;

    private Lead(String source, String[] names, Value[] values, int longestText, Origin origin) {
        this.source = source;
        this.names = names;
        this.values = values;
        this.longestText = longestText;
        this.origin = origin;
    }

    /** How a lead came; every part may be absent. */
    private record Origin(
            @Nullable String credential,
            @Nullable String key,
            @Nullable Instant submittedAt,
            Obj details,
            boolean test) {
        static final Origin UNKNOWN = new Origin(null, null, null, Obj.EMPTY, false);
    }

    /** A lead from the source with id {@code source}, without values. */
    public static Lead from(String source) {
        return new Lead(requireNonNull(source, "source"), new String[0], new Value[0], 0, Origin.UNKNOWN);
    }

    /** This lead with {@code value} as {@code name}; a name that is there already gets the new value. See {@link Value#of}. */
    public Lead with(String name, @Nullable Object value) {
        requireNonNull(name, "name");
        int at = indexOf(name);
        String[] nextNames = at >= 0 ? names : Arrays.copyOf(names, names.length + 1);
        Value[] nextValues = at >= 0 ? values.clone() : Arrays.copyOf(values, values.length + 1);
        int place = at >= 0 ? at : names.length;
        nextNames[place] = name;
        nextValues[place] = Value.of(value);
        int longest = at >= 0 ? longestText(nextValues) : Math.max(longestText, longestText(nextValues[place]));
        return new Lead(source, nextNames, nextValues, longest, origin);
    }

    /** This lead with all of {@code data} put to its values. */
    public Lead with(Map<String, ?> data) {
        return names.length == 0 ? of(data) : of(merged(data));
    }

    private Map<String, ?> merged(Map<String, ?> data) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(data());
        all.putAll(data);
        return all;
    }

    private Lead of(Map<String, ?> data) {
        String[] allNames = new String[data.size()];
        Value[] allValues = new Value[allNames.length];
        int place = 0;
        for (Map.Entry<String, ?> entry : data.entrySet()) {
            allNames[place] = requireNonNull(entry.getKey(), "name");
            allValues[place++] = Value.of(entry.getValue());
        }
        return new Lead(source, allNames, allValues, longestText(allValues), origin);
    }

    private static int longestText(Value... values) {
        int longest = 0;
        for (Value value : values) {
            longest = Math.max(longest, longestText(value));
        }
        return longest;
    }

    private static int longestText(Value value) {
        if (value instanceof Text text) {
            return text.value().length();
        }
        if (value instanceof Arr arr) {
            return longestText(arr.values().toArray(Value[]::new));
        }
        return value instanceof Obj obj ? longestText(obj.members().values().toArray(Value[]::new)) : 0;
    }

    /** This lead as coming from another source. */
    public Lead withSource(String other) {
        return new Lead(requireNonNull(other, "other"), names, values, longestText, origin);
    }

    /** This lead with what the source proves itself by; it is never recorded. */
    public Lead credential(String credential) {
        requireNonNull(credential, "credential");
        return origin(new Origin(credential, origin.key, origin.submittedAt, origin.details, origin.test));
    }

    /**
     * This lead with a submission key: handed in again under the same key it is not run again, and gets the answer that it
     * got the first time. Choose one that no other lead of the source has; it is kept as a keyed hash only.
     */
    public Lead withKey(String submissionKey) {
        requireNonNull(submissionKey, "submissionKey");
        return origin(new Origin(origin.credential, submissionKey, origin.submittedAt, origin.details, origin.test));
    }

    /** This lead as submitted at {@code moment}: imports and replays of recorded leads. Without it, the moment is now. */
    public Lead submittedAt(Instant moment) {
        requireNonNull(moment, "moment");
        return origin(new Origin(origin.credential, origin.key, moment, origin.details, origin.test));
    }

    /** This lead with a detail of how it came: {@code ip}, {@code user_agent}, {@code referrer}; readable as {@code submission.ip}. */
    public Lead detail(String name, @Nullable Object value) {
        Obj details = origin.details.with(requireNonNull(name, "name"), Value.of(value));
        return origin(new Origin(origin.credential, origin.key, origin.submittedAt, details, origin.test));
    }

    /** This lead as a test: it runs like any other, but counts against no cap and records no revenue. */
    public Lead test() {
        return origin(new Origin(origin.credential, origin.key, origin.submittedAt, origin.details, true));
    }

    private Lead origin(Origin next) {
        return new Lead(source, names, values, longestText, next);
    }

    /** The id of the source. */
    public String source() {
        return source;
    }

    /** The value given as {@code name}, or {@link Missing}. */
    public Value get(String name) {
        int at = indexOf(name);
        return at < 0 ? Missing.MISSING : values[at];
    }

    private int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The number of values. */
    public int size() {
        return names.length;
    }

    /** The name of the value at place {@code i}. */
    public String name(int i) {
        return names[i];
    }

    /** The value at place {@code i}. */
    public Value value(int i) {
        return values[i];
    }

    /** The length of the longest text in its values, at any depth, in UTF-16 units. */
    public int longestText() {
        return longestText;
    }

    /** All names in order. */
    public List<String> names() {
        return List.of(names);
    }

    /** All values by name, in order. */
    public Map<String, Value> data() {
        Map<String, Value> data = new LinkedHashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            data.put(names[i], values[i]);
        }
        return data;
    }

    /** What the source proves itself by. */
    public Optional<String> credential() {
        return Optional.ofNullable(origin.credential);
    }

    /** What makes it the same submission when it is handed in again. */
    public Optional<String> key() {
        return Optional.ofNullable(origin.key);
    }

    /** The recorded moment of submission. */
    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(origin.submittedAt);
    }

    /** How the lead came. */
    public Obj details() {
        return origin.details;
    }

    /** Whether this is a test lead. */
    public boolean isTest() {
        return origin.test;
    }

    /** The source and how many values there are, never a value. */
    @Override
    public String toString() {
        return "lead from " + source + " with " + names.length + " values";
    }
}
