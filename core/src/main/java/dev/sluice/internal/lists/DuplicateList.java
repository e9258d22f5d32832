package dev.sluice.internal.lists;

import dev.sluice.flow.DuplicateCheck;
import dev.sluice.internal.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The name of the list that a duplicate check keeps: checks that compare the same values of the same leads share it. */
public final class DuplicateList {
    private static final int BYTES = 8;

    private DuplicateList() {}

    public static String of(DuplicateCheck check, String flow) {
        String kind = check.recordAt() == DuplicateCheck.RecordAt.ACCEPTANCE ? "duplicates/" : "repeats/";
        String scope = check.scope() == DuplicateCheck.Scope.ACCOUNT ? "account/" : "flow/" + flow + "/";
        return kind + scope + String.join("+", check.fields()) + key(check.key());
    }

    private static String key(@Nullable String template) {
        if (template == null) {
            return "";
        }
        byte[] hash = Sha256.of(template.getBytes(StandardCharsets.UTF_8));
        return "#" + HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
