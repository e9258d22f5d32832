package dev.sluice.cli.line;

import dev.sluice.cli.frame.JsonLines;
import dev.sluice.cli.frame.Moments;
import dev.sluice.types.CertificateDecoder;
import dev.sluice.types.CertificateDecoder.Certificate;
import dev.sluice.types.CertificateDecoder.Type;
import dev.sluice.types.CertificateEnvironment;
import dev.sluice.types.FieldTypes;
import dev.sluice.types.Obj;
import dev.sluice.types.Value;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Answers of a certificate decoder as a question gives them: certificate ids with their type and age. */
record Certificates(Obj answers) implements CertificateDecoder {

    /** The types of {@code question}: with its {@code decoder} and {@code env}, where it has them. */
    static FieldTypes types(Obj question) {
        return question.get("decoder") instanceof Obj answers
                ? FieldTypes.standard().withCertificates(new Certificates(answers), environments(question))
                : FieldTypes.standard();
    }

    private static Set<CertificateEnvironment> environments(Obj question) {
        return JsonLines.text(question, "env")
                .map(name -> Set.of(Words.of(CertificateEnvironment.class, name)))
                .orElse(EnumSet.allOf(CertificateEnvironment.class));
    }

    @Override
    public Optional<Certificate> decode(String certificateId) {
        return answers.get(certificateId) instanceof Obj known ? Optional.of(certificate(known)) : Optional.empty();
    }

    private static Certificate certificate(Obj known) {
        return new Certificate(
                present(known, "type").map(name -> Words.of(Type.class, name)),
                present(known, "created_at").map(Moments::instant));
    }

    private static Optional<String> present(Obj known, String name) {
        Value value = known.get(name);
        return value.isAbsent() ? Optional.empty() : Optional.of(value.text());
    }
}
