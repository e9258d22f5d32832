package dev.sluice.types.internal.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadataCollection;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneNumberDesc;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * For every six-digit prefix of a North American number whether all, none or some of its numbers are valid, found from
 * the patterns in libphonenumber's own metadata for all regions of calling code 1.
 */
final class PrefixStates {
    private static final int LENGTH = 10;
    private static final int PREFIX = 6;

    private final List<DigitPattern> patterns = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();
    private final Map<List<Integer>, Map<Integer, Integer>> shares = new HashMap<>();

    /** A number is valid in a region when it fits the general pattern and that of one of the kinds of number. */
    private record Region(int general, List<Integer> kinds) {}

    PrefixStates() throws IOException {
        for (String region : PhoneNumberUtil.getInstance().getSupportedRegions()) {
            if (PhoneNumberUtil.getInstance().getCountryCodeForRegion(region) == 1) {
                regions.add(region(metadata(region)));
            }
        }
    }

    private int index(PhoneNumberDesc desc) {
        return indexes.computeIfAbsent(desc.getNationalNumberPattern(), pattern -> {
            patterns.add(new DigitPattern(pattern));
            return patterns.size() - 1;
        });
    }

    private static PhoneMetadata metadata(String region) throws IOException {
        String file = "/com/google/i18n/phonenumbers/data/PhoneNumberMetadataProto_" + region;
        try (ObjectInputStream in = new ObjectInputStream(PhoneNumberUtil.class.getResourceAsStream(file))) {
            PhoneMetadataCollection collection = new PhoneMetadataCollection();
            collection.readExternal(in);
            return collection.getMetadataList().get(0);
        }
    }

    private Region region(PhoneMetadata metadata) {
        List<Integer> kinds = Stream.of(
                        metadata.getFixedLine(),
                        metadata.getMobile(),
                        metadata.getTollFree(),
                        metadata.getPremiumRate(),
                        metadata.getSharedCost(),
                        metadata.getVoip(),
                        metadata.getPersonalNumber(),
                        metadata.getPager(),
                        metadata.getUan(),
                        metadata.getVoicemail())
                .filter(PhoneNumberDesc::hasNationalNumberPattern)
                .map(this::index)
                .toList();
        return new Region(index(metadata.getGeneralDesc()), kinds);
    }

    /** One character for each exchange of {@code area}: {@code v} all valid, {@code .} none, {@code ?} some. */
    String of(int area) {
        List<Integer> start = patterns.stream().map(DigitPattern::start).toList();
        StringBuilder exchanges = new StringBuilder(1000);
        append(exchanges, step(step(step(start, area / 100), area / 10 % 10), area % 10), 3);
        return exchanges.toString();
    }

    /** Goes only as deep as numbers differ. */
    private void append(StringBuilder exchanges, List<Integer> reached, int digits) {
        int share = share(reached, LENGTH - PREFIX + digits);
        if (share < 2 || digits == 0) {
            exchanges.append(String.valueOf(".v?".charAt(share)).repeat((int) Math.pow(10, digits)));
            return;
        }
        for (int digit = 0; digit < 10; digit++) {
            append(exchanges, step(reached, digit), digits - 1);
        }
    }

    private List<Integer> step(List<Integer> reached, int digit) {
        List<Integer> next = new ArrayList<>(reached.size());
        for (int i = 0; i < reached.size(); i++) {
            next.add(patterns.get(i).after(reached.get(i), digit));
        }
        return next;
    }

    /** 0 when no number of so many more digits is valid, 1 when all are, 2 when some are. */
    private int share(List<Integer> reached, int more) {
        Map<Integer, Integer> known = shares.computeIfAbsent(reached, missing -> new HashMap<>());
        Integer share = known.get(more);
        if (share == null) {
            share = more == 0 ? (isValid(reached) ? 1 : 0) : shareOfNext(reached, more);
            known.put(more, share);
        }
        return share;
    }

    private int shareOfNext(List<Integer> reached, int more) {
        int share = -1;
        for (int digit = 0; digit < 10; digit++) {
            int next = share(step(reached, digit), more - 1);
            share = share == -1 || share == next ? next : 2;
        }
        return share;
    }

    private boolean isValid(List<Integer> reached) {
        return regions.stream()
                .anyMatch(region -> fits(region.general(), reached)
                        && region.kinds().stream().anyMatch(kind -> fits(kind, reached)));
    }

    private boolean fits(int pattern, List<Integer> reached) {
        return patterns.get(pattern).accepts(reached.get(pattern));
    }
}
