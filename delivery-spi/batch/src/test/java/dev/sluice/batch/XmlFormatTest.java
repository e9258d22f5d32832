package dev.sluice.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.types.Value;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class XmlFormatTest {
    private static final List<String> COLUMNS = List.of("name", "note");

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    void a_row_is_an_element_and_what_is_missing_is_left_out() {
        Rows rows = Rows.of(
                XmlFormat.document(),
                COLUMNS,
                List.of(Rows.texts("Ann & <b>", "]]>\"'"), List.of(Value.missing(), Value.text(null))));
        assertThat(new String(rows.bytes(), UTF_8)).isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <leads>
                        <lead><name>Ann &amp; &lt;b&gt;</name><note>]]&gt;"'</note></lead>
                        <lead></lead>
                        </leads>
                        """);
    }

    @Test
    void a_file_without_rows_is_a_document() throws Exception {
        Document document = parsed(Rows.of(XmlFormat.document().elements("data", "row"), COLUMNS, List.of())
                .bytes());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("data");
    }

    @Test
    void columns_that_are_no_names_are_made_names() throws Exception {
        List<String> columns = List.of("2nd phone", "<x/>", "caf\u00e9", "");
        Document document = parsed(Rows.of(XmlFormat.document(), columns, List.of(Rows.texts("1", "2", "3", "4")))
                .bytes());
        NodeList cells = document.getElementsByTagName("lead").item(0).getChildNodes();
        assertThat(List.of(0, 1, 2, 3))
                .extracting(i -> cells.item(i).getNodeName())
                .containsExactly("_2nd_phone", "_x__", "caf_", "_");
    }

    @Test
    void columns_that_would_share_an_element_are_refused() {
        assertThatThrownBy(() -> Rows.of(XmlFormat.document(), List.of("a b", "a_b"), List.of()))
                .hasMessageContaining("'a b' and 'a_b' would both be the element <a_b>");
        assertThatThrownBy(() -> XmlFormat.document().elements("a b", "row"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void any_text_is_well_formed_and_what_xml_has_is_read_back() throws Exception {
        Random random = new Random(5);
        List<List<Value>> rows = new ArrayList<>();
        List<String> given = new ArrayList<>();
        long marked = 0;
        for (int i = 0; i < 500; i++) {
            String text = text(random);
            given.add(text.replace("\0", "\\u0000").replace("\uffff", "\\uffff").replace("\ud83d", "\\ud83d"));
            marked += given.get(i).equals(text) ? 0 : 1;
            rows.add(Rows.texts(text, "x"));
        }
        Rows written = Rows.of(XmlFormat.document(), COLUMNS, rows);
        NodeList names = parsed(written.bytes()).getElementsByTagName("name");
        for (int i = 0; i < given.size(); i++) {
            assertThat(names.item(i).getTextContent()).isEqualTo(given.get(i));
        }
        assertThat(written.marked()).isEqualTo(marked);
    }

    private static String text(Random random) {
        String alphabet = "ab<>&\"'\r\n\t\0\uffff\u0085\u2028 ]";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return random.nextInt(5) == 0 ? text + "\ud83d" : text.toString();
    }
}
