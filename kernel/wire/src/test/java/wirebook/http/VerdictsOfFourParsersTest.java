package wirebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import wirebook.Shared;
import wirebook.bytes.Octets;

/** 121 byte strings on which at least three of llhttp, h11, Go and Netty agree. A majority is not the RFC. */
class VerdictsOfFourParsersTest {
    private final JsonNode cases = new ObjectMapper()
            .readTree(Shared.file("oracles/http/messages.json").toFile());

    @Test
    void theLenientReaderAgreesExceptWhereTheRfcDoesNot() {
        List<String> misses = misses(true);
        report("lenient", misses);
        assertThat(misses.size()).isLessThan(cases.size() / 20);
    }

    @Test
    void theStrictReaderDiffersWhereTheRfcLetsItRefuse() {
        List<String> misses = misses(false);
        report("strict", misses);
        assertThat(misses).allMatch(miss -> miss.contains("RFC"));
    }

    private List<String> misses(boolean lenient) {
        List<String> misses = new ArrayList<>();
        for (JsonNode each : cases) {
            Verdict verdict = verdict(each, lenient);
            String expected = each.get("consensus").asString();
            String fault = fault(each.get("expect"), verdict);
            if (!verdict.outcome().name().toLowerCase(Locale.ROOT).equals(expected)) {
                String why = verdict.refusal()
                        .map(refused -> refused.fault().getMessage())
                        .orElse("accepted");
                misses.add(each.get("id").asString() + ": they say " + expected + ", we " + verdict.outcome() + ": "
                        + why);
            } else if (!fault.isEmpty()) {
                misses.add(each.get("id").asString() + ": " + fault);
            }
        }
        return misses;
    }

    private static Verdict verdict(JsonNode each, boolean lenient) {
        HttpReader reader =
                each.get("kind").asString().equals("request") ? HttpReader.requests() : HttpReader.responses();
        Octets input = Octets.wrap(Base64.getDecoder().decode(each.get("input").asString()));
        return Verdict.of(lenient ? reader.lenient() : reader, input);
    }

    /** What of the first message is not as they read it. */
    private static String fault(JsonNode expect, Verdict verdict) {
        if (expect == null || verdict.message().isEmpty()) {
            return "";
        }
        HttpMessage message = verdict.message().get();
        List<String> fields = message.section().lines().stream()
                .map(line -> line.name().toLowerCase(Locale.ROOT) + ": " + line.value())
                .toList();
        List<String> expected = new ArrayList<>();
        expect.get("fields")
                .forEach(field -> expected.add(
                        field.get(0).asString() + ": " + field.get(1).asString()));
        String body =
                expect.get("body_hex").isNull() ? "" : expect.get("body_hex").asString();
        return !message.content().hex().equals(body)
                ? "another body"
                : !expected.stream()
                                .sorted()
                                .toList()
                                .equals(fields.stream().sorted().toList())
                        ? "other fields: " + fields + " for " + expected
                        : switch (message) {
                            case HttpRequest request ->
                                request.method()
                                                        .name()
                                                        .equals(expect.get("method")
                                                                .asString())
                                                && request.target()
                                                        .text()
                                                        .equals(expect.get("target")
                                                                .asString())
                                        ? ""
                                        : "another request-line";
                            case HttpResponse response ->
                                response.status() == expect.get("status").asInt() ? "" : "another status";
                        };
    }

    private void report(String how, List<String> misses) {
        System.out.println(
                "HTTP verdicts, " + how + ": " + (cases.size() - misses.size()) + " of " + cases.size() + " equal");
        misses.forEach(miss -> System.out.println("  " + miss));
    }
}
