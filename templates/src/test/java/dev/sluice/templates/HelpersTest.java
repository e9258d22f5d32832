package dev.sluice.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.At;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Null;
import dev.sluice.types.Obj;
import dev.sluice.types.Parsing;
import dev.sluice.types.Scope;
import dev.sluice.types.Section;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each helper gives for each form of its arguments. */
class HelpersTest {
    private static final At AT = new At(Instant.parse("2026-03-15T14:30:00Z"), ZoneId.of("America/New_York"));
    private static final Scope DATA = data();

    private static Scope data() {
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("name", "michael");
        lead.put("blank", "  ");
        lead.put("nothing", null);
        lead.put("zero", 0);
        lead.put("five", "5");
        lead.put("amount", "$1,250.50");
        lead.put("tags", Arrays.asList("auto", "home", null, List.of(1, 2)));
        lead.put("born", "1990-05-20");
        lead.put("at", "2026-03-15T13:45:30.500Z");
        lead.put("local", "2026-03-15T13:45");
        lead.put("us", "03/01/2026");
        lead.put("epoch", 1435166689060L);
        lead.put("map", Map.of("a", "x<y"));
        lead.put("state", "TX");
        lead.put("phone", "+1 (512) 555-0123");
        lead.put("zone", "Asia/Tokyo");
        lead.put("wave", "a/b\\c\"");
        Obj fields = (Obj) Value.of(lead);
        Value range = FieldTypes.RANGE.parse(new Text("100-200"), Parsing.at(AT));
        Value email = FieldTypes.EMAIL.parse(new Text("Ann@Example.com"), Parsing.at(AT));
        return Scope.EMPTY
                .with(Section.LEAD, fields.with("range", range).with("email", email))
                .with(Section.VARS, Obj.EMPTY.with("random", Value.number(51)));
    }

    private static String text(String call) {
        return value(call).text();
    }

    private static Value value(String call) {
        return Templates.standard().compile("{{" + call + "}}").evaluate(DATA, Rendering.plain(AT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "uppercase name | MICHAEL",
                "lowercase \"ÄB\" | äb",
                "capitalize name | Michael",
                "capitalize \"\" | ``",
                "uppercase lead.email | ANN@EXAMPLE.COM",
                "default name \"x\" | michael",
                "default blank \"x\" | x",
                "default nothing \"x\" | x",
                "default absent name | michael",
                "default zero 7 | 0",
                "join tags \"; \" | auto; home; ; 1,2",
                "join tags | auto,home,,1,2",
                "join name \"-\" | michael",
                "json map | {\"a\":\"x<y\"}",
                "json wave | \"a/b\\\\c\\\"\"",
                "json nothing | null",
                "json zero | 0",
                "json absent | null",
                "lookup map \"a\" | x<y",
                "lookup tags 1 | home",
                "lookup tags -1 | ``",
                "lookup map absent | ``",
            })
    void texts(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "substring name start=3 | chael",
                "substring name start=\"3\" end=4 | ch",
                "substring name 1 1 | m",
                "substring name end=3 | mic",
                "substring name start=0 end=2 | mi",
                "substring name start=5 end=2 | ``",
                "substring name start=99 | ``",
                "substring name start=2 end=99 | ichael",
                "substr name 0 2 | mi",
                "substr name 2 | chael",
                "substr name -3 2 | ae",
                "substr name -99 2 | mi",
                "substr name 99 2 | ``",
                "substr name 2 -1 | ``",
                "replace name \"i\" \"_\" | m_chael",
                "replace \"a.a.a\" \".\" \"\" | aaa",
                "replace name pattern=\"c\" replace=\"k\" | mikhael",
                "replace name pattern=\"c\" replacement=\"k\" | mikhael",
                "replace name \"\" \"x\" | michael",
                "replace name \"h\" | micael",
                "replace phone \"regexp([^0-9])\" \"\" | 15125550123",
                "replace name \"regexp((.)(.))\" \"$2$1\" | imhceal",
                "replace name \"regexp(/M/i)\" \"$&$&\" | mmichael",
                "replace name \"regexp(^m)\" \"$$1\" | $1ichael",
                "replace name state \"x\" | michael",
                "extract phone pattern=\"[0-9]+\" | 1 512 555 0123",
                "extract phone pattern=\"\\((\\d+)\\)\" | 512",
                "extract phone pattern=\"/X/i\" | ``",
                "extract \"a1b2\" \"regexp([a-z])\" | a b",
            })
    void parts_of_texts(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "compare five \"==\" 5 | true",
                "compare five 5 | true",
                "compare name \"michael\" | true",
                "compare name \"Michael\" | false",
                "compare five \"!=\" 5 | false",
                "compare five \"===\" \"5.0\" | true",
                "compare five \">\" 10 | false",
                "compare five \"<\" 10 | true",
                "compare five \">=\" 5 | true",
                "compare five \"<=\" 4 | false",
                "compare \"b\" \">\" \"a\" | true",
                "compare absent \"<\" 10 | false",
                "compare amount \">\" 1250 | true",
                "compare range \"==\" 150 | true",
                "includes state \"CA, TX\" | true",
                "includes state \"CA,NY\" | false",
                "includes \"x,y\" \"\\\"x,y\\\",z\" | true",
                "includes \"home\" tags | true",
                "includes tags \"home\" | true",
                "includes tags \"boat\" | false",
                "includes absent \"a,,b\" | false",
                "includes five \"4,5.0\" | true",
            })
    void conditions(String call, String expected) {
        assertThat(value(call)).isEqualTo(Value.bool(Boolean.parseBoolean(expected)));
    }

    @Test
    void conditions_open_blocks() {
        assertThat(render("{{#compare five '>' 3}}big{{else}}small{{/compare}}"))
                .isEqualTo("big");
        assertThat(render("{{#includes state 'CA,NY'}}west{{else if five}}other{{/includes}}"))
                .isEqualTo("other");
        assertThat(render("{{^includes state 'CA,NY'}}no{{/includes}}")).isEqualTo("no");
        assertThat(render("{{#if (compare five '==' 5)}}five{{/if}}")).isEqualTo("five");
        assertThat(render("{{#default absent state}}yes{{/default}}")).isEqualTo("yes");
    }

    private static String render(String template) {
        return Templates.standard().compile(template).render(DATA, Rendering.plain(AT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "now | 2026-03-15T14:30:00.000Z",
                "now \"YYYY-MM-DD HH:mm\" | 2026-03-15 10:30",
                "now format=\"HH:mm\" tz=\"UTC\" | 14:30",
                "now \"HH:mm z\" \"America/Chicago\" | 09:30 CDT",
                "now minus=\"24h\" | 2026-03-14T14:30:00.000Z",
                "now plus=\"90s\" | 2026-03-15T14:31:30.000Z",
                "now plus=\"2w\" minus=\"1d\" | 2026-03-28T14:30:00.000Z",
                "now plus=\"15 minutes\" | 2026-03-15T14:45:00.000Z",
                "now \"ISO\" | 2026-03-15T14:30:00.000Z",
                "now \"X\" dataType=\"Number\" | 1773585000",
                "minutes_since at | 44",
                "minutes_since local | -195",
                "minutes_since absent | ``",
                "datediff (now) born | 13083",
                "datediff (now) born \"years\" | 35",
                "datediff (now) born \"month\" | 429",
                "datediff (now) at \"seconds\" | 2669",
                "datediff born (now) \"weeks\" | -1869",
                "datediff name born | ``",
                "add_hours at 2 | 2026-03-15T15:45:30.500Z",
                "add_hours at -0.5 | 2026-03-15T13:15:30.500Z",
                "add_hours name 2 | ``",
                "add_hours at 99999999999 | ``",
            })
    void the_clock(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format born \"MMMM Do, YYYY\" | May 20th, 1990",
                "format born \"YYYY-MM-DD\" tz=\"Asia/Tokyo\" | 1990-05-20",
                "format at \"HH:mm\" | 09:45",
                "format at \"HH:mm\" timezone=\"UTC\" | 13:45",
                "format at \"HH:mm\" zone | 22:45",
                "format local \"HH:mm\" | 13:45",
                "format us \"D MMM\" | 1 Mar",
                "format epoch \"YYYY\" | 2015",
                "format \"1435166689\" \"YYYY\" | 2015",
                "format at \"u\" | 7",
                "format at \"ISO\" | 2026-03-15T13:45:30.500Z",
                "format born \"ISO\" | 1990-05-20",
                "format at | 2026-03-15T13:45:30.500Z",
                "format name \"YYYY\" | ``",
                "format absent \"YYYY\" | ``",
                "format blank \"0,0\" | ``",
                "format born \"YYYY-MM-DD\" operator=\"add\" days=\"1\" months=1 | 1990-06-21",
                "format born operator=\"subtract\" years=1 | 1989-05-20",
                "format born hours=5 | 1990-05-20T09:00:00.000Z",
                "format at \"HH:mm:ss\" operator=\"subtract\" hours=1 minutes=45 seconds=30 tz=\"UTC\" | 12:00:00",
                "format born \"DD\" weeks=1 | 27",
                "format born \"D MMMM\" locale=\"fr\" | 20 mai",
                "format born \"dddd\" locale=\"de_DE\" | Sonntag",
                "format born \"LL\" locale=\"fr\" | 20 mai 1990",
                "format born \"LL\" locale=\"de\" | 20. Mai 1990",
                "format born \"ll\" locale=\"de\" | 20.05.1990",
                "format born \"L\" locale=\"de\" | 20.05.90",
                "format born \"l\" locale=\"de\" | 20.05.90",
                "format born \"LLL\" locale=\"fr\" | 20 mai 1990 00:00",
                "format at \"LT\" locale=\"de\" tz=\"UTC\" | 13:45",
                "format at \"LTS\" locale=\"de\" tz=\"UTC\" | 13:45:30",
                "format born \"dd\" locale=\"de\" | So",
                "format born \"Do\" locale=\"de\" | 20",
                "format born \"MMM\" locale=\"de\" | Mai",
                "format born \"e w\" locale=\"en_GB\" | 6 20",
                "format at \"z\" tz=\"UTC\" | UTC",
                "format at \"z\" tz=\"America/New_York\" | EDT",
                "format at \"z\" tz=\"+02:00\" | +02:00",
                "format amount \"0,0.00\" | 1,250.50",
                "format amount \"0,0.00\" locale=\"de\" | 1.250,50",
                "format amount \"$#,###\" | $1,251",
                "format amount \"$#,###.##\" | $1,250.50",
                "format five \"000\" | 005",
                "format range \"0.0\" | 150.0",
                "format amount \"0\" dataType=\"Number\" | 1251",
                "format phone \"(###) ###-####\" | (512) 555-0123",
                "format \"123456789\" \"###-##-####\" | 123-45-6789",
                "format \"12345\" \"###-##-####\" | 12345",
                "format name \"0,0\" | ``",
                "dateformat at \"h A\" \"Asia/Tokyo\" | 10 PM",
            })
    void forms(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "math \"amount * 2\" | 2501",
                "math \"lead.amount + five\" | 1255.5",
                "math \"range + 1\" | 151",
                "math \"0.1 + 0.2\" | 0.3",
                "math \"1/3\" format=\"0.00\" | 0.33",
                "math \"five * 1000\" format=\"0,0\" | 5,000",
                "math \"2 + 2\" dataType=\"String\" | 4",
                "math \"state == 'TX' ? 1 : 2\" | 1",
                "math \"'TX' != state ? 1 : 2\" | 2",
                "math \"if(five > 4 && not (zero), 10, 20)\" | 10",
                "math \"PI > 3 ? 1 : 0\" | 1",
                "math \"random(10)\" | 5",
                "math \"random()\" | 0.5",
                "math \"true ? 3 : 4\" | 3",
                "math \"2^0.5 > 1.41 ? 1 : 0\" | 1",
                "math \"2^-1\" | 0.5",
                "math \"roundTo(1234.5, -2)\" | 1200",
                "math \"min(4, five, 3) + max(1)\" | 4",
                "math \"a.b.c ? 1 : 2\" | ``",
                "math \"5 < five ? 1 : 0\" | 0",
                "math \"5 > five ? 1 : 0\" | 0",
                "math \"5 <= five ? 1 : 0\" | 1",
                "math \"5 >= five ? 1 : 0\" | 1",
                "math \"4 >= five ? 1 : 0\" | 0",
                "math \"6 <= five ? 1 : 0\" | 0",
                "math \"5 != five ? 1 : 0\" | 0",
                "math \"5 == five ? 1 : 0\" | 1",
                "math \"4 == five ? 1 : 0\" | 0",
                "math \"0 or 0 ? 1 : 0\" | 0",
                "math \"1 and 0 ? 1 : 0\" | 0",
                "math \"state < 'U' ? 1 : 0\" | 1",
                "math \"five + five * five\" | 30",
                "math \"(five > 1 ? 2 : 3) + 1\" | 3",
                "math \"+five - -five\" | 10",
                "math \"2 ^ 3 ^ 2\" | 512",
            })
    void formulas(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absent + 1",
                "name * 2",
                "1/0",
                "5 % 0",
                "five > 3",
                "not five",
                "sqrt(-1)",
                "fac(-1)",
                "fac(171)",
                "9^9^9^9",
                "log(0)",
                "asin(2)",
                "'text'",
                "roundTo(1, 1000)",
                "10^300 * 10^300",
                "state == 'TX'",
                "absent ? 1 : 2",
            })
    void a_formula_without_a_number_is_null(String formula) {
        assertThat(value("math \"" + formula + "\"")).isEqualTo(Null.NULL);
    }

    @ParameterizedTest
    @CsvSource({
        "md4 \"\",31d6cfe0d16ae931b73c59d7e0c089c0",
        "md4 \"abc\",a448017aaf21d8525fc10ae87aa6729d",
        "md5 \"abc\" encoding=\"base64\",kAFQmDzST7DWlj99KOF/cg==",
        "ripemd \"abc\",8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
        "md5 \"a\" \"b\" salt=\"c\",900150983cd24fb0d6963f7d28e17f72",
        "md5 \"a\" absent \"bc\",900150983cd24fb0d6963f7d28e17f72",
        "md5 absent,''",
        "md5 nothing absent salt=\"x\",''",
    })
    void digests(String call, String expected) {
        assertThat(text(call)).isEqualTo(expected);
    }

    @Test
    void whirlpool_and_latin1() {
        assertThat(text("whirlpool \"abc\""))
                .startsWith("4e2448a4c6f486bb16b6562c73b4020b")
                .hasSize(128);
        assertThat(text("md5 \"abc\" encoding=\"latin1\"").chars().toArray())
                .hasSize(16)
                .startsWith(0x90, 0x01, 0x50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uppercase",
                "uppercase name name",
                "format",
                "format name locale=\"!!\"",
                "format name nosuch=1",
                "format name \"YYYY\" tz=\"Mars/Olympus\"",
                "format name operator=\"multiply\"",
                "format name state",
                "format name dataType=\"Boolean\"",
                "now minus=\"1 fortnight\"",
                "now minus=name",
                "compare name",
                "compare name \"~\" 1",
                "compare name state 1",
                "datediff born born \"parsecs\"",
                "extract name \"(\"",
                "extract name state",
                "extract name \"/x/q\"",
                "replace name \"regexp([)\"",
                "math name",
                "math \"1 +\"",
                "math \"(1\"",
                "math \"1 2\"",
                "math \"nosuch(1)\"",
                "math \"sqrt(1,2)\"",
                "math \"random(1,2)\"",
                "math \"'a\"",
                "math \"1 ? 2\"",
                "md5",
                "md5 name encoding=\"rot13\"",
                "md5 salt=\"x\"",
                "join",
                "lookup map",
                "default name",
                "json",
                "substr name",
                "add_hours at",
                "log name",
                "embedded \"x\"",
            })
    void wrong_calls_are_refused_where_they_stand(String call) {
        assertThatThrownBy(() -> Templates.standard().compile("one\n  {{" + call + "}}"))
                .isInstanceOfSatisfying(TemplateException.class, e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(5);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uppercase absent", "substring absent 1", "substr absent 1", "replace absent \"a\" \"b\"",
                "replace absent \"regexp(a)\" \"b\"", "extract absent \"a\"", "join absent", "format absent \"0\"",
                "lookup absent \"x\"", "lookup map nothing", "minutes_since name", "replace absent state \"x\"",
            })
    void what_is_absent_stays_absent(String call) {
        assertThat(value(call)).isEqualTo(Value.missing());
        assertThat(value(call.replace("absent", "nothing")).isAbsent()).isTrue();
    }

    @Test
    void helpers_keep_numbers_and_moments() {
        assertThat(value("default absent five")).isEqualTo(new Text("5"));
        assertThat(value("default absent 5")).isEqualTo(Value.number(5));
        assertThat(value("now")).isEqualTo(Value.of(AT.instant()));
        assertThat(value("add_hours at 0")).isEqualTo(Value.of(Instant.parse("2026-03-15T13:45:30.500Z")));
        assertThat(value("format at \"X\" dataType=\"number\"")).isEqualTo(Value.number(1773582330));
    }
}
