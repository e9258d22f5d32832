package dev.sluice.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

    @ParameterizedTest
    @CsvSource({"1,3", "100,3", "149.99,7", "0.01,9", "-5,6", "1000000,17", "1e-12,3"})
    void what_is_divided_and_multiplied_again_is_what_it_was(BigDecimal number, BigDecimal by) {
        BigDecimal again = Arithmetic.multiply(Arithmetic.divide(number, by), by);

        assertThat(again).isEqualByComparingTo(number);
    }

    @Test
    void parts_add_up_to_the_whole() {
        BigDecimal third = Arithmetic.divide(BigDecimal.ONE, BigDecimal.valueOf(3));
        BigDecimal sum = Arithmetic.add(Arithmetic.add(third, third), third);

        assertThat(Arithmetic.isCutOff(third)).isTrue();
        assertThat(sum).isEqualByComparingTo("1");
        assertThat(Arithmetic.subtract(sum, BigDecimal.ONE)).isEqualByComparingTo("0");
    }

    @Test
    void numbers_of_many_digits_keep_them() {
        BigDecimal long30 = new BigDecimal("123456789012345678901234567890.1234");

        assertThat(Arithmetic.add(long30, BigDecimal.ZERO)).isEqualByComparingTo(long30);
        assertThat(Arithmetic.isCutOff(new BigDecimal("0.1"))).isFalse();
    }
}
