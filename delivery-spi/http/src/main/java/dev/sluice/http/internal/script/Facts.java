package dev.sluice.http.internal.script;

import dev.sluice.types.Value;

/** What a script may read of an answer. */
public interface Facts {

    /** The value at {@code path}, such as {@code response.body.id}; missing when there is none. */
    Value get(String path);

    /** The first value that {@code search} finds: {@code xml:} XPath, {@code text:} pattern, {@code css:} selector, {@code header:} name. */
    Value search(String kind, String search);
}
