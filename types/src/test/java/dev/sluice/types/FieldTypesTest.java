package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FieldTypesTest {
    private static final Parsing PARSING = Parsing.at(At.utc(Instant.parse("2026-03-15T14:30:00Z")));
    private static final FieldTypes STANDARD = FieldTypes.standard();

    @Test
    void every_type_of_the_specification_is_there_and_text_means_string() {
        assertThat(STANDARD.names())
                .containsExactlyInAnyOrder(
                        "string",
                        "text",
                        "number",
                        "boolean",
                        "date",
                        "dob",
                        "time",
                        "ssn",
                        "postal_code",
                        "state",
                        "city",
                        "street",
                        "first_name",
                        "last_name",
                        "range",
                        "gender",
                        "phone",
                        "email",
                        "url",
                        "ip",
                        "credential",
                        "trustedform_url");
        assertThat(STANDARD.named("text")).containsSame(FieldTypes.STRING);
        assertThat(STANDARD.named("nonsense")).isEmpty();
    }

    @Test
    void types_offer_exactly_the_operators_of_the_specification() {
        JsonNode table = Json.lines("/vectors/types-table.jsonl").findFirst().orElseThrow();

        table.properties().forEach(type -> {
            Set<String> expected = new TreeSet<>();
            type.getValue().get("operators").forEach(operator -> expected.add(operator.textValue()));
            FieldType actual = STANDARD.named(type.getKey()).orElseThrow();

            assertThat(new TreeSet<>(actual.operators())).as(type.getKey()).isEqualTo(expected);
        });
    }

    @Test
    void components_of_the_specification_are_named_by_their_types() {
        JsonNode table = Json.lines("/vectors/types-table.jsonl").findFirst().orElseThrow();

        table.properties().forEach(type -> type.getValue().get("components").forEach(component -> {
            String name = component.get("name").textValue();
            Shape parts = STANDARD.named(type.getKey()).orElseThrow().parts();
            assertThat(name.equals("raw") || parts.indexOf(name) >= 0)
                    .as(type.getKey() + "." + name)
                    .isTrue();
        }));
    }

    @Test
    void only_what_identifies_a_person_for_good_is_maskable_and_secrets_are_secret() {
        for (String name : STANDARD.names()) {
            FieldType type = STANDARD.named(name).orElseThrow();
            assertThat(type.isMaskable())
                    .as(name)
                    .isEqualTo(Set.of("ssn", "dob", "credential").contains(name));
            assertThat(type.pii() == Pii.SECRET)
                    .as(name)
                    .isEqualTo(Set.of("ssn", "credential").contains(name));
        }
        assertThat(FieldTypes.STATE.pii()).isEqualTo(Pii.NONE);
        assertThat(FieldTypes.EMAIL.pii()).isEqualTo(Pii.PERSONAL);
    }

    @Test
    void a_type_of_a_host_joins_or_replaces() {
        FieldTypes mine = STANDARD.with(FieldTypes.STRING).trimming();

        assertThat(normal(mine, "string", " a ")).isEqualTo("a");
        assertThat(normal(mine, "text", " a ")).isEqualTo("a");
        assertThat(normal(mine, "city", "\u00a0Austin ")).isEqualTo("Austin");
        assertThat(normal(mine, "first_name", " Ann")).isEqualTo("Ann");
        assertThat(normal(mine, "last_name", "Roe ")).isEqualTo("Roe");
        assertThat(normal(STANDARD, "string", " a ")).isEqualTo(" a ");
        assertThat(normal(STANDARD, "city", " a ")).isEqualTo(" a ");
    }

    private static String normal(FieldTypes types, String type, String text) {
        return types.named(type)
                .orElseThrow()
                .parse(new Text(text), PARSING)
                .normal()
                .text();
    }

    @Test
    void known_states_only_refuses_others() {
        FieldType known = STANDARD.withKnownStatesOnly().named("state").orElseThrow();

        assertThat(known.parse(new Text("texas"), PARSING).valid()).isTrue();
        assertThat(known.parse(new Text("Bavaria"), PARSING).problem().map(Problem::code))
                .contains("unknown_state");
        assertThat(FieldTypes.STATE.parse(new Text("Bavaria"), PARSING).valid()).isTrue();
    }

    @Test
    void public_addresses_only_refuses_private_and_reserved_ones() {
        FieldType open = STANDARD.withPublicAddressesOnly().named("ip").orElseThrow();

        for (String address : new String[] {
            "10.0.0.1",
            "127.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "172.31.255.255",
            "169.254.1.1",
            "0.0.0.0",
            "255.255.255.255",
            "100.64.0.1",
            "224.0.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:10.0.0.1"
        }) {
            assertThat(open.parse(new Text(address), PARSING).problem().map(Problem::code))
                    .as(address)
                    .contains("not_a_public_ip");
        }
        for (String address : new String[] {
            "8.8.8.8", "172.15.0.1", "172.32.0.1", "11.0.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "100.128.0.1"
        }) {
            assertThat(open.parse(new Text(address), PARSING).valid())
                    .as(address)
                    .isTrue();
        }
        assertThat(FieldTypes.IP.parse(new Text("10.0.0.1"), PARSING).valid()).isTrue();
    }

    @Test
    void lists_of_mail_domains_can_be_replaced() {
        MailDomains lists = new MailDomains(Set.of("free.example"), Set.of("gone.example"));
        FieldType email = STANDARD.withMailDomains(lists).named("email").orElseThrow();

        assertThat(part(email, "a@free.example", "is_free")).isEqualTo(Bool.TRUE);
        assertThat(part(email, "a@mail.free.example", "is_free")).isEqualTo(Bool.TRUE);
        assertThat(part(email, "a@free.example", "is_disposable")).isEqualTo(Bool.FALSE);
        assertThat(part(email, "a@gone.example", "is_free")).isEqualTo(Bool.TRUE);
        assertThat(part(email, "a@gone.example", "is_disposable")).isEqualTo(Bool.TRUE);
        assertThat(part(email, "a@gmail.com", "is_free")).isEqualTo(Bool.FALSE);
    }

    private static Value part(FieldType type, String text, String part) {
        return type.parse(new Text(text), PARSING).part(part);
    }

    @Test
    void certificates_expire_after_ninety_days_and_keep_their_parts() {
        Instant made = Instant.parse("2026-01-01T00:00:00Z");
        CertificateDecoder decoder = id -> Optional.of(
                new CertificateDecoder.Certificate(Optional.of(CertificateDecoder.Type.WEB), Optional.of(made)));
        FieldType type = STANDARD.withCertificates(decoder, Set.of(CertificateEnvironment.PRODUCTION))
                .named("trustedform_url")
                .orElseThrow();
        Text url = new Text("https://cert.trustedform.com/abc");

        Typed fresh = type.parse(url, Parsing.at(At.utc(Instant.parse("2026-04-01T23:59:59Z"))));
        Typed old = type.parse(url, Parsing.at(At.utc(Instant.parse("2026-04-02T00:00:00Z"))));

        assertThat(fresh.valid()).isTrue();
        assertThat(fresh.part("type")).isEqualTo(new Text("web"));
        assertThat(fresh.part("is_web")).isEqualTo(Bool.TRUE);
        assertThat(fresh.part("is_mobile")).isEqualTo(Bool.FALSE);
        assertThat(fresh.part("age_in_days")).isEqualTo(Num.of(90));
        assertThat(fresh.part("is_expired")).isEqualTo(Bool.FALSE);
        assertThat(old.problem().map(Problem::code)).contains("certificate_expired");
        assertThat(old.part("cert_id")).isEqualTo(new Text("abc"));
        assertThat(old.part("age")).isEqualTo(Num.of(91 * 86_400L));
        assertThat(old.part("is_expired")).isEqualTo(Bool.TRUE);
    }

    @Test
    void certificates_of_another_environment_are_none() {
        CertificateDecoder decoder = CertificateDecoder.withoutKeys();
        FieldType production = STANDARD.withCertificates(decoder, Set.of(CertificateEnvironment.PRODUCTION))
                .named("trustedform_url")
                .orElseThrow();
        String id = "/a1028cbb41b876744fa752eec276bec0e4c48b33";

        assertThat(production
                        .parse(new Text("https://ping.trustedform.com" + id), PARSING)
                        .valid())
                .isTrue();
        for (String host : new String[] {
            "cert.staging.trustedform.com",
            "cert.trustedform-staging.com",
            "cert.trustedform-dev.com",
            "cert.trustedform.localhost"
        }) {
            Text url = new Text("https://" + host + id);
            assertThat(production.parse(url, PARSING).valid()).as(host).isFalse();
            assertThat(FieldTypes.TRUSTEDFORM_URL.parse(url, PARSING).valid())
                    .as(host)
                    .isTrue();
        }
    }

    @Test
    void the_country_of_a_number_without_a_calling_code_is_the_one_given() {
        Parsing british = new Parsing(PARSING.at(), "GB", PARSING.dateOrder());
        Parsing canadian = new Parsing(PARSING.at(), "CA", PARSING.dateOrder());

        Typed phone = FieldTypes.PHONE.parse(new Text("020 7946 0958"), british);

        assertThat(phone.valid()).isTrue();
        assertThat(phone.part("country_code")).isEqualTo(new Text("GB"));
        assertThat(phone.part("area")).isEqualTo(new Text("20"));
        assertThat(phone.part("is_landline")).isEqualTo(Bool.TRUE);
        assertThat(phone.part("is_mobile")).isEqualTo(Bool.FALSE);
        assertThat(phone.part("exchange").isMissing()).isTrue();
        assertThat(FieldTypes.PHONE.parse(new Text("416-555-0123"), canadian).valid())
                .isTrue();
        assertThat(FieldTypes.PHONE.parse(new Text("512-789-1111m"), PARSING).part("mobile"))
                .isEqualTo(Bool.TRUE);
        assertThat(FieldTypes.PHONE
                        .parse(new Text("512-789-1111"), PARSING)
                        .part("is_mobile")
                        .isMissing())
                .isTrue();
    }

    @Test
    void day_first_reads_the_other_way_where_both_are_possible() {
        Parsing dayFirst = new Parsing(PARSING.at(), "GB", Parsing.DateOrder.DAY_FIRST);

        assertThat(FieldTypes.DATE
                        .parse(new Text("03/04/2026"), dayFirst)
                        .normal()
                        .text())
                .isEqualTo("2026-04-03");
        assertThat(FieldTypes.DATE
                        .parse(new Text("03.04.2026"), dayFirst)
                        .normal()
                        .text())
                .isEqualTo("2026-04-03");
        assertThat(FieldTypes.DATE
                        .parse(new Text("03/14/2026"), dayFirst)
                        .normal()
                        .text())
                .isEqualTo("2026-03-14");
        assertThat(FieldTypes.DATE
                        .parse(new Text("2026-04-03"), dayFirst)
                        .normal()
                        .text())
                .isEqualTo("2026-04-03");
        assertThat(FieldTypes.TIME
                        .parse(new Text("03/04/2026 10:00"), dayFirst)
                        .normal()
                        .text())
                .isEqualTo("2026-04-03T10:00:00.000Z");
        assertThat(FieldTypes.TIME.parse(new Text("3/4"), dayFirst).normal().text())
                .isEqualTo("2026-04-03T12:00:00.000Z");
    }

    @Test
    void times_without_a_zone_are_in_the_zone_of_the_moment() {
        At moment = new At(Instant.parse("2026-03-15T14:30:00Z"), ZoneId.of("America/Chicago"));
        Typed time = FieldTypes.TIME.parse(new Text("3/15/2026 2:30 PM"), Parsing.at(moment));

        assertThat(time.normal().text()).isEqualTo("2026-03-15T19:30:00.000Z");
        assertThat(time.part("hour")).isEqualTo(Num.of(14));
        assertThat(time.part("day_of_week")).isEqualTo(new Text("Sunday"));
        assertThat(time.part("age_hours")).isEqualTo(Num.of(-5));
        assertThat(time.part("age_days")).isEqualTo(Num.of(0));
    }

    @Test
    void dates_know_their_age_and_day_of_the_week() {
        Typed date = FieldTypes.DATE.parse(new Text("2026-03-01"), PARSING);

        assertThat(date.part("day_of_week")).isEqualTo(new Text("Sunday"));
        assertThat(date.part("age_days")).isEqualTo(Num.of(14));
        assertThat(date.part("age_hours")).isEqualTo(Num.of(14 * 24 + 14));
        assertThat(date.part("hour")).isEqualTo(Num.of(0));
    }

    @Test
    void postal_codes_know_their_state() {
        Map<String, String> states = Map.ofEntries(
                Map.entry("78704", "TX"),
                Map.entry("10001", "NY"),
                Map.entry("00501", "NY"),
                Map.entry("00901", "PR"),
                Map.entry("00801", "VI"),
                Map.entry("02101", "MA"),
                Map.entry("20001", "DC"),
                Map.entry("90210", "CA"),
                Map.entry("99501", "AK"),
                Map.entry("96701", "HI"),
                Map.entry("96910", "GU"),
                Map.entry("83001", "WY"),
                Map.entry("73301", "TX"),
                Map.entry("88510", "TX"),
                Map.entry("34001", "AA"),
                Map.entry("09001", "AE"),
                Map.entry("96201", "AP"),
                Map.entry("K1A 0B1", "ON"),
                Map.entry("X0A 0A0", "NU"),
                Map.entry("X1A 0A0", "NT"),
                Map.entry("V6B 1A1", "BC"),
                Map.entry("H2Y 1C6", "QC"),
                Map.entry("55501", "MN"),
                Map.entry("05501", "MA"));

        states.forEach((code, state) ->
                assertThat(part(FieldTypes.POSTAL_CODE, code, "state")).as(code).isEqualTo(new Text(state)));
        assertThat(part(FieldTypes.POSTAL_CODE, "00000", "state").isMissing()).isTrue();
        assertThat(part(FieldTypes.POSTAL_CODE, "D1A 0A0", "state").isMissing()).isTrue();
        assertThat(part(FieldTypes.POSTAL_CODE, "78704-1234", "plus4")).isEqualTo(new Text("1234"));
        assertThat(part(FieldTypes.POSTAL_CODE, "78704", "country")).isEqualTo(new Text("US"));
    }

    @Test
    void a_typed_value_stays_what_it_is_unless_a_plain_type_reads_it() {
        Typed phone = FieldTypes.PHONE.parse(new Text("(512) 789-1111"), PARSING);
        Value city = FieldTypes.CITY.parse(new Text("tx"), PARSING);

        assertThat(FieldTypes.DATE.read(phone, PARSING)).isSameAs(phone);
        assertThat(FieldTypes.PHONE.read(phone, PARSING)).isSameAs(phone);
        assertThat(FieldTypes.STATE.read(city, PARSING).plain()).isEqualTo(new Text("TX"));
        Typed text = (Typed) FieldTypes.STRING.read(phone, PARSING);
        assertThat(text.normal()).isEqualTo(new Text("5127891111"));
        assertThat(text.raw()).isEqualTo(phone.raw());
        assertThat(FieldTypes.NUMBER.read(phone, PARSING).plain()).isEqualTo(Num.of(5127891111L));
        assertThat(FieldTypes.BOOLEAN
                        .read(FieldTypes.NUMBER.parse(new Text("1"), PARSING), PARSING)
                        .plain())
                .isEqualTo(Bool.TRUE);
        assertThat(FieldTypes.STRING.read(Null.NULL, PARSING)).isEqualTo(Null.NULL);
        assertThat(FieldTypes.STRING.read(Missing.MISSING, PARSING)).isEqualTo(Missing.MISSING);
    }

    @Test
    void standard_fields_have_a_type_and_a_label() {
        assertThat(StandardFields.all()).extracting(StandardField::name).doesNotHaveDuplicates();
        assertThat(StandardFields.named("phone_1")).hasValueSatisfying(field -> {
            assertThat(field.type()).isSameAs(FieldTypes.PHONE);
            assertThat(field.label()).isEqualTo("Phone 1");
        });
        assertThat(StandardFields.named("favourite_colour")).isEmpty();
    }

    @Test
    void moments_are_read_as_days_and_times_without_a_text_between() {
        Moment instant = Moment.of(Instant.parse("2026-03-15T20:00:00Z"));
        Moment day = Moment.of(LocalDate.of(2026, 3, 15));
        Parsing tokyo = Parsing.at(new At(Instant.parse("2026-03-16T00:00:00Z"), ZoneId.of("Asia/Tokyo")));

        assertThat(FieldTypes.DATE.parse(day, tokyo).normal()).isEqualTo(day);
        assertThat(FieldTypes.DATE.parse(instant, tokyo).normal().text()).isEqualTo("2026-03-16");
        assertThat(FieldTypes.DOB.parse(day, tokyo).part("year")).isEqualTo(Num.of(2026));
        assertThat(FieldTypes.TIME.parse(instant, tokyo).normal()).isEqualTo(instant);
        assertThat(FieldTypes.TIME.parse(day, tokyo).normal().text()).isEqualTo("2026-03-14T15:00:00.000Z");
        for (Moment far : new Moment[] {
            Moment.of(LocalDate.of(10000, 1, 1)),
            Moment.of(LocalDate.of(0, 12, 31)),
            Moment.of(Instant.MAX),
            Moment.of(Instant.MIN)
        }) {
            assertThat(FieldTypes.DATE.parse(far, tokyo).valid()).isFalse();
            assertThat(FieldTypes.DOB.parse(far, tokyo).valid()).isFalse();
            assertThat(FieldTypes.TIME.parse(far, tokyo).valid()).isFalse();
        }
        assertThat(FieldTypes.DATE
                        .parse(Moment.of(LocalDate.of(9999, 12, 31)), tokyo)
                        .valid())
                .isTrue();
        assertThat(FieldTypes.DATE
                        .parse(Moment.of(LocalDate.of(1, 1, 1)), tokyo)
                        .valid())
                .isTrue();
    }

    @Test
    void the_age_of_a_day_counts_in_the_zone_of_the_moment() {
        Instant now = Instant.parse("2026-03-15T14:30:00Z");
        Text day = new Text("2026-03-16");
        Typed east = FieldTypes.DATE.parse(day, Parsing.at(new At(now, ZoneOffset.ofHours(10))));
        Typed region = FieldTypes.DATE.parse(day, Parsing.at(new At(now, ZoneId.of("Australia/Brisbane"))));
        Typed west = FieldTypes.DATE.parse(day, Parsing.at(new At(now, ZoneOffset.ofHours(-10))));

        assertThat(east.part("age_days")).isEqualTo(Num.of(0)).isEqualTo(region.part("age_days"));
        assertThat(east.part("age_hours")).isEqualTo(Num.of(0)).isEqualTo(region.part("age_hours"));
        assertThat(west.part("age_days")).isEqualTo(Num.of(-1));
        assertThat(west.part("age_hours")).isEqualTo(Num.of(-19));
    }

    @Test
    void a_text_that_is_no_number_has_a_type_only_where_it_says_so() {
        assertThat(FieldTypes.PHONE.parse(new Text("x"), PARSING).part("type").isMissing())
                .isTrue();
        assertThat(FieldTypes.PHONE.parse(new Text("12h"), PARSING).part("type"))
                .isEqualTo(new Text("home"));
        assertThat(FieldTypes.PHONE.parse(new Text("512-789-1111"), PARSING).part("type"))
                .isEqualTo(Null.NULL);
    }

    @Test
    void every_type_says_how_private_it_is() {
        STANDARD.names()
                .forEach(name -> assertThat(STANDARD.named(name).orElseThrow().pii())
                        .as(name)
                        .isNotNull());
        assertThat(FieldTypes.TRUSTEDFORM_URL.pii()).isEqualTo(Pii.NONE);
        assertThat(FieldTypes.POSTAL_CODE.pii()).isEqualTo(Pii.NONE);
        assertThat(FieldTypes.BOOLEAN.pii()).isEqualTo(Pii.NONE);
        assertThat(FieldTypes.PHONE.pii()).isEqualTo(Pii.PERSONAL);
    }
}
