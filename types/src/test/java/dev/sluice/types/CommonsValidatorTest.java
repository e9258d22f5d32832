package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.apache.commons.validator.routines.UrlValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commons Validator is used without the four libraries it names, which only its old parts need. */
class CommonsValidatorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.commons.beanutils.BeanUtils",
                "org.apache.commons.digester.Digester",
                "org.apache.commons.logging.LogFactory",
                "org.apache.commons.collections.FastHashMap"
            })
    void its_dependencies_are_not_on_the_class_path(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void its_routines_work_without_them() {
        assertThat(InetAddressValidator.getInstance().isValid("198.51.90.162")).isTrue();
        assertThat(InetAddressValidator.getInstance().isValid("2001:db8::g")).isFalse();
        assertThat(DomainValidator.getInstance(true).isValid("example.com")).isTrue();
        assertThat(EmailValidator.getInstance(true, true).isValid("john@example.com"))
                .isTrue();
        assertThat(EmailValidator.getInstance().isValid("john@")).isFalse();
        assertThat(UrlValidator.getInstance().isValid("https://example.com/a?b=c"))
                .isTrue();
    }
}
