package dev.sluice.inbound;

import static dev.sluice.inbound.Requests.given;
import static dev.sluice.inbound.Requests.json;
import static dev.sluice.inbound.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMapTest {
    private static Inbound.Given read(FieldMap map, String payload) {
        return given(InboundCodec.standard().fields(map), post("application/json", payload));
    }

    @Test
    void a_list_of_names_and_values_becomes_fields() {
        String payload = """
                {"created_time": "2026-03-02T17:04:11+0000", "id": "998877665544332", "ad_id": "6010", "form_id": "4711",
                 "field_data": [
                  {"name": "full_name", "values": ["Rosa Diaz"]},
                  {"name": "phone_number", "values": ["+15125550123"]},
                  {"name": "email", "values": ["rosa@example.com"]},
                  {"name": "zip_code", "values": ["78701"]},
                  {"name": "which_brands?", "values": ["Alpha", "Beta"]},
                  {"name": "unanswered", "values": []}]}
                """;

        assertThat(json(read(FieldMap.FIELD_DATA, payload)))
                .isEqualTo("{\"created_time\":\"2026-03-02T17:04:11+0000\",\"form_lead_id\":\"998877665544332\","
                        + "\"ad_id\":\"6010\",\"form_id\":\"4711\",\"full_name\":\"Rosa Diaz\","
                        + "\"phone_1\":\"+15125550123\",\"email\":\"rosa@example.com\",\"postal_code\":\"78701\","
                        + "\"which_brands?\":[\"Alpha\",\"Beta\"]}");
    }

    @Test
    void columns_become_fields_and_the_key_proves_the_sender() {
        String payload = """
                {"lead_id": "TeSt-0001", "api_version": "1.0", "form_id": 9007199254740993, "campaign_id": 12,
                 "google_key": "k-secret", "is_test": true, "gcl_id": "Abc", "adgroup_id": 20000000000,
                 "user_column_data": [
                  {"column_id": "FULL_NAME", "column_name": "Full Name", "string_value": "Rosa Diaz"},
                  {"column_id": "EMAIL", "string_value": "rosa@example.com"},
                  {"column_id": "PHONE_NUMBER", "string_value": "+1 512-555-0123"},
                  {"column_id": "REGION", "string_value": "Texas"},
                  {"column_name": "What is your roof made of?", "string_value": "tiles"},
                  {"column_id": "CITY"}]}
                """;

        Inbound.Given given = read(FieldMap.USER_COLUMN_DATA, payload);

        assertThat(json(given))
                .isEqualTo(
                        "{\"form_lead_id\":\"TeSt-0001\",\"api_version\":\"1.0\",\"form_id\":9007199254740993,"
                                + "\"campaign_id\":12,\"gcl_id\":\"Abc\",\"adgroup_id\":20000000000,"
                                + "\"full_name\":\"Rosa Diaz\",\"email\":\"rosa@example.com\","
                                + "\"phone_1\":\"+1 512-555-0123\",\"state\":\"Texas\",\"What is your roof made of?\":\"tiles\"}");
        assertThat(given.lead().credential()).hasValue("k-secret");
        assertThat(given.lead().isTest()).isTrue();
    }

    @Test
    void a_header_stands_over_the_key_in_the_payload() {
        InboundRequest request = post("application/json", "{\"google_key\":\"a\"}", "X-Api-Key", "b");

        assertThat(given(InboundCodec.standard().fields(FieldMap.USER_COLUMN_DATA), request)
                        .lead()
                        .credential())
                .hasValue("b");
    }

    @Test
    void entries_that_are_not_understood_are_kept() {
        String payload = "{\"field_data\":[7,{\"values\":[1]},{\"name\":\"a\",\"values\":[\"x\"]},"
                + "{\"name\":\"a\",\"values\":[\"y\"]}],\"other\":{\"deep\":1}}";

        assertThat(json(read(FieldMap.FIELD_DATA, payload)))
                .isEqualTo("{\"field_data\":[7,{\"values\":[1]}],\"a\":[\"x\",\"y\"],\"other\":{\"deep\":1}}");
        assertThat(json(read(FieldMap.FIELD_DATA, "{\"field_data\":\"no list\"}")))
                .isEqualTo("{\"field_data\":\"no list\"}");
    }

    @Test
    void a_host_may_write_its_own() {
        FieldMap own = FieldMap.read("{\"format\":1,\"members\":{\"tel\":\"phone_1\"},\"credential\":\"pw\"}");

        Inbound.Given given = read(own, "{\"tel\":\"5125550123\",\"pw\":\"k\",\"x\":1}");

        assertThat(json(given)).isEqualTo("{\"phone_1\":\"5125550123\",\"x\":1}");
        assertThat(given.lead().credential()).hasValue("k");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|a field map is a JSON object",
                "{}|needs \"format\": 1",
                "{\"format\":1,\"name\":{}}|has no 'name'",
                "{\"format\":1,\"names\":{\"a\":1}}|gives names as text",
                "{\"format\":1,\"list\":{\"member\":\"m\"}}|needs 'name'",
                "{\"format\":1,\"test\":7}|'test' of a field map is a text"
            })
    void faults_of_a_map_are_told(String json, String message) {
        assertThatThrownBy(() -> FieldMap.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
