package dev.sluice.types.testkit;

import dev.sluice.types.FieldType;
import dev.sluice.types.FieldTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** All built-in types keep the contract. */
class BuiltInTypesContractTest {
    @Nested
    class StringType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.STRING;
        }

        @Override
        protected List<String> accepted() {
            return List.of("John", " padded ");
        }
    }

    @Nested
    class NumberType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.NUMBER;
        }

        @Override
        protected List<String> accepted() {
            return List.of("42", "$1,234.56", "-0.5", "1.5e3", "(100)", "1.000,50");
        }
    }

    @Nested
    class BooleanType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.BOOLEAN;
        }

        @Override
        protected List<String> accepted() {
            return List.of("yes", "N", "on", "1");
        }
    }

    @Nested
    class DateType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.DATE;
        }

        @Override
        protected List<String> accepted() {
            return List.of("2026-03-15", "3/15/2026", "March 15, 2026", "15-Mar-26");
        }
    }

    @Nested
    class DobType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.DOB;
        }

        @Override
        protected List<String> accepted() {
            return List.of("1985-06-15", "02/29/2000", "6/2/68");
        }
    }

    @Nested
    class TimeType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.TIME;
        }

        @Override
        protected List<String> accepted() {
            return List.of("2026-03-15T14:30:00Z", "3/15/2026 2:30 PM", "tomorrow at 5pm", "a week ago");
        }
    }

    @Nested
    class SsnType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.SSN;
        }

        @Override
        protected List<String> accepted() {
            return List.of("123-45-6789", "000000000");
        }
    }

    @Nested
    class PostalCodeType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.POSTAL_CODE;
        }

        @Override
        protected List<String> accepted() {
            return List.of("78704", "78704-1234", "K1A 0B1", "SW1A 1AA");
        }
    }

    @Nested
    class StateType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.STATE;
        }

        @Override
        protected List<String> accepted() {
            return List.of("tx", "New York", "Qu\u00e9bec", "Bavaria");
        }
    }

    @Nested
    class CityType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.CITY;
        }

        @Override
        protected List<String> accepted() {
            return List.of("Austin", "S\u00e3o Paulo");
        }
    }

    @Nested
    class StreetType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.STREET;
        }

        @Override
        protected List<String> accepted() {
            return List.of("123 Main St", "PO Box 12");
        }
    }

    @Nested
    class FirstNameType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.FIRST_NAME;
        }

        @Override
        protected List<String> accepted() {
            return List.of("Ann");
        }
    }

    @Nested
    class LastNameType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.LAST_NAME;
        }

        @Override
        protected List<String> accepted() {
            return List.of("O'Neil");
        }
    }

    @Nested
    class RangeType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.RANGE;
        }

        @Override
        protected List<String> accepted() {
            return List.of("18-24", "650+", ">100000", "<100", "$150", "5 to 1", "-5 to -1", "10k-20k");
        }
    }

    @Nested
    class GenderType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.GENDER;
        }

        @Override
        protected List<String> accepted() {
            return List.of("m", "Female");
        }
    }

    @Nested
    class PhoneType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.PHONE;
        }

        @Override
        protected List<String> accepted() {
            return List.of("(512) 789-1111", "512-789-1111 x123", "800-555-1212", "512-***-1111");
        }
    }

    @Nested
    class EmailType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.EMAIL;
        }

        @Override
        protected List<String> accepted() {
            return List.of(
                    "John.Doe@Example.com",
                    "\"a b\"@example.com",
                    "x@[127.0.0.1]",
                    "Ann <ann@example.com>",
                    "jos\u00e9@m\u00fcnchen.de");
        }
    }

    @Nested
    class UrlType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.URL;
        }

        @Override
        protected List<String> accepted() {
            return List.of(
                    "example.com",
                    "https://b\u00fccher.de/\u00fc?x=1#y",
                    "http://1",
                    "http://user:pass@example.com:8080/a/../b");
        }
    }

    @Nested
    class IpType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.IP;
        }

        @Override
        protected List<String> accepted() {
            return List.of("198.51.90.162", "::1", "[2001:db8::1]:80", "::ffff:1.2.3.4");
        }
    }

    @Nested
    class CredentialType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.CREDENTIAL;
        }

        @Override
        protected List<String> accepted() {
            return List.of("sekret");
        }
    }

    @Nested
    class TrustedformUrlType extends FieldTypeContract {
        @Override
        protected FieldType type() {
            return FieldTypes.TRUSTEDFORM_URL;
        }

        @Override
        protected List<String> accepted() {
            return List.of("https://cert.trustedform.com/a1028cbb41b876744fa752eec276bec0e4c48b33");
        }
    }
}
