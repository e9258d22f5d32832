package dev.sluice.http.internal;

import static java.util.Map.entry;

import dev.sluice.http.InvalidRequestException;
import dev.sluice.types.Obj;
import dev.sluice.types.Text;
import dev.sluice.types.Value;
import java.util.List;
import java.util.Map;

/** The names of settings, and the other spellings that are read. */
public final class Setting {
    public static final String URL = "url";
    public static final String METHOD = "method";
    public static final String FORMAT = "format";
    public static final String HEADERS = "headers";
    public static final String FIELDS = "fields";
    public static final String BODY = "body";
    public static final String QUERY = "query";
    public static final String BODY_PARAMETER = "bodyParameter";
    public static final String EXTRA_PARAMETERS = "extraParameters";
    public static final String NESTED_PARAMETERS = "nestedParameters";
    public static final String ENCODE_NAMES = "encodeNames";
    public static final String BASIC_USERNAME = "basicUsername";
    public static final String BASIC_PASSWORD = "basicPassword";
    public static final String BEARER_TOKEN = "bearerToken";
    public static final String SEND_ASCII = "sendAscii";
    public static final String FOLLOW_REDIRECTS = "followRedirects";
    public static final String PACKAGE_COMPATIBLE = "packageCompatible";
    public static final String WSDL = "wsdl";
    public static final String FUNCTION = "function";
    public static final String SOAP_VERSION = "soapVersion";
    public static final String SOAP_HEADER = "soapHeader";

    public static final String WSS_USERNAME = "wssUsername";
    public static final String WSS_PASSWORD = "wssPassword";
    public static final String WSS_DIGEST = "wssDigestPassword";
    public static final String ROOT_PREFIX = "rootNamespacePrefix";
    public static final String ROOT_XMLNS_NAME = "rootXmlnsAttributeName";
    public static final String ROOT_XMLNS_VALUE = "rootXmlnsAttributeValue";
    public static final String SIGNING = "signing";
    public static final String OAUTH = "oauth";

    private static final List<String> GROUPS =
            List.of(FIELDS, HEADERS, QUERY, EXTRA_PARAMETERS, NESTED_PARAMETERS, SOAP_HEADER);

    private static final Map<String, String> ALIASES = Map.ofEntries(
            entry("header", HEADERS),
            entry("json_property", FIELDS),
            entry("form_field", FIELDS),
            entry("parameter", FIELDS),
            entry("xml_path", FIELDS),
            entry("arg", FIELDS),
            entry("json_parameter", BODY_PARAMETER),
            entry("xml_parameter", BODY_PARAMETER),
            entry("body_parameter", BODY_PARAMETER),
            entry("extra_parameter", EXTRA_PARAMETERS),
            entry("extra_parameters", EXTRA_PARAMETERS),
            entry("nested_extra_parameter", NESTED_PARAMETERS),
            entry("nested_parameters", NESTED_PARAMETERS),
            entry("encode_form_field_names", ENCODE_NAMES),
            entry("encode_names", ENCODE_NAMES),
            entry("basic_username", BASIC_USERNAME),
            entry("basic_password", BASIC_PASSWORD),
            entry("bearer_token", BEARER_TOKEN),
            entry("send_ascii", SEND_ASCII),
            entry("follow_redirects", FOLLOW_REDIRECTS),
            entry("package_compatible", PACKAGE_COMPATIBLE),
            entry("version", SOAP_VERSION),
            entry("soap_version", SOAP_VERSION),
            entry("wss_username", WSS_USERNAME),
            entry("wss_password", WSS_PASSWORD),
            entry("wss_digest_password", WSS_DIGEST),
            entry("root_namespace_prefix", ROOT_PREFIX),
            entry("root_xmlns_attribute_name", ROOT_XMLNS_NAME),
            entry("root_xmlns_attribute_value", ROOT_XMLNS_VALUE),
            entry("soap_header", SOAP_HEADER));

    private Setting() {}

    /** The one spelling that is looked for. */
    public static String canonical(String name) {
        return ALIASES.getOrDefault(name, name);
    }

    /**
     * {@code settings} under canonical names. A name with a dot whose beginning is a group, such as {@code arg.Key} or
     * {@code header.X-Token}, becomes a member of that group.
     */
    public static Obj canonical(Obj settings) {
        Obj all = Obj.EMPTY;
        for (Map.Entry<String, Value> member : settings.members().entrySet()) {
            all = with(all, member.getKey(), member.getValue());
        }
        return all;
    }

    private static Obj with(Obj all, String written, Value value) {
        int dot = written.indexOf('.');
        String group = dot < 0 ? written : canonical(written.substring(0, dot));
        if (dot > 0 && isGroup(group)) {
            Obj members = all.get(group) instanceof Obj obj ? obj : Obj.EMPTY;
            return all.with(group, members.with(written.substring(dot + 1), value));
        }
        String name = canonical(written);
        return all.get(name) instanceof Obj known && value instanceof Obj more
                ? all.with(name, known.merge(more))
                : all.with(name, value);
    }

    private static boolean isGroup(String name) {
        return GROUPS.contains(name);
    }

    /**
     * That what has members has them: text where headers or fields should stand would be left out without a word. A template
     * may still give an object.
     *
     * @throws InvalidRequestException when a group of {@code canonical} is anything else
     */
    public static void checkGroups(Obj canonical) {
        for (String group : GROUPS) {
            Value value = canonical.get(group);
            boolean template = value instanceof Text text && text.value().contains("{{");
            if (!(value instanceof Obj) && !value.isBlank() && !template) {
                throw new InvalidRequestException("/" + group, "'" + group + "' must be an object of names and values");
            }
        }
    }
}
