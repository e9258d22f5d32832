package dev.sluice.types.internal;

import dev.sluice.types.Missing;
import dev.sluice.types.Value;
import java.util.Arrays;

/** Which state or province a postal code lies in: by the first three digits of a ZIP, by the first letters in Canada. */
final class PostalStates {
    /** Each run of three-digit prefixes starts at its number and ends before the next; an empty name means unassigned. */
    private static final String ZIP_RUNS =
            "005 NY,006 PR,008 VI,009 PR,010 MA,028 RI,030 NH,039 ME,050 VT,055 MA,056 VT,"
                    + "060 CT,063 CT,070 NJ,090 AE,100 NY,150 PA,197 DE,200 DC,201 VA,202 DC,206 MD,213 ,214 MD,220 VA,247 WV,"
                    + "269 ,270 NC,290 SC,300 GA,320 FL,340 AA,341 FL,343 ,344 FL,345 ,346 FL,348 ,349 FL,350 AL,353 ,354 AL,"
                    + "370 TN,386 MS,398 GA,400 KY,428 ,430 OH,460 IN,480 MI,500 IA,517 ,520 IA,530 WI,533 ,534 WI,536 ,537 WI,"
                    + "550 MN,552 ,553 MN,568 ,570 SD,578 ,580 ND,589 ,590 MT,600 IL,630 MO,632 ,633 MO,643 ,644 MO,659 ,660 KS,"
                    + "663 ,664 KS,680 NE,682 ,683 NE,694 ,700 LA,702 ,703 LA,709 ,710 LA,715 ,716 AR,730 OK,732 ,733 TX,734 OK,"
                    + "742 ,743 OK,750 TX,800 CO,817 ,820 WY,832 ID,839 ,840 UT,848 ,850 AZ,854 ,855 AZ,858 ,859 AZ,861 ,863 AZ,"
                    + "866 ,870 NM,872 ,873 NM,876 ,877 NM,885 TX,886 ,889 NV,892 ,893 NV,896 ,897 NV,899 ,900 CA,909 ,910 CA,"
                    + "929 ,930 CA,962 AP,967 HI,969 GU,970 OR,980 WA,987 ,988 WA,995 AK,1000 ";

    private static final Value[] BY_ZIP_PREFIX = byZipPrefix();

    private PostalStates() {}

    private static Value[] byZipPrefix() {
        Value[] states = new Value[1000];
        Arrays.fill(states, Missing.MISSING);
        String[] runs = ZIP_RUNS.split(",");
        for (int i = 0; i + 1 < runs.length; i++) {
            String[] run = runs[i].split(" ");
            if (run.length == 2) {
                int end = Integer.parseInt(runs[i + 1].split(" ")[0]);
                Arrays.fill(
                        states,
                        Integer.parseInt(run[0]),
                        end,
                        State.valueOf(run[1]).code());
            }
        }
        return states;
    }

    /** The state of {@code zip}, five digits; missing when the prefix is not assigned. */
    static Value ofZip(String zip) {
        return BY_ZIP_PREFIX[(zip.charAt(0) - '0') * 100 + (zip.charAt(1) - '0') * 10 + (zip.charAt(2) - '0')];
    }

    /** The province of the forward sortation area {@code fsa}; missing when its letter is not assigned. */
    static Value ofCanadian(String fsa) {
        return switch (fsa.charAt(0)) {
            case 'A' -> State.NL.code();
            case 'B' -> State.NS.code();
            case 'C' -> State.PE.code();
            case 'E' -> State.NB.code();
            case 'G', 'H', 'J' -> State.QC.code();
            case 'K', 'L', 'M', 'N', 'P' -> State.ON.code();
            case 'R' -> State.MB.code();
            case 'S' -> State.SK.code();
            case 'T' -> State.AB.code();
            case 'V' -> State.BC.code();
            case 'X' -> (isNunavut(fsa) ? State.NU : State.NT).code();
            case 'Y' -> State.YT.code();
            default -> Missing.MISSING;
        };
    }

    private static boolean isNunavut(String fsa) {
        return fsa.equals("X0A") || fsa.equals("X0B") || fsa.equals("X0C");
    }
}
