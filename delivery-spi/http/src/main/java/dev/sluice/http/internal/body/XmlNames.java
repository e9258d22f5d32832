package dev.sluice.http.internal.body;

import dev.sluice.http.InvalidRequestException;

/** Names of elements and attributes. */
final class XmlNames {
    private XmlNames() {}

    /** {@code name}, which must be one that XML allows. */
    static String checked(String name) {
        boolean good = !name.isEmpty()
                && isStart(name.codePointAt(0))
                && name.codePoints().allMatch(XmlNames::isPart);
        if (!good) {
            throw new InvalidRequestException("/fields", "'" + name + "' is no name of an XML element or attribute");
        }
        return name;
    }

    private static boolean isStart(int point) {
        return Character.isLetter(point) || point == '_' || point == ':';
    }

    private static boolean isPart(int point) {
        return isStart(point) || Character.isDigit(point) || point == '-' || point == '.';
    }
}
