package wirebook.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields that follow from the rest of a message: a table of names, each with the sentence that derives its value. */
enum Derived {
    /** RFC 9112, 3.2: the authority of the target, if that names one. */
    HOST("Host") {
        @Override
        Optional<String> value(HttpMessage message) {
            return message instanceof HttpRequest request ? request.target().authority() : Optional.empty();
        }
    },
    /** RFC 9112, 6.2: the octets of content. */
    CONTENT_LENGTH("Content-Length") {
        @Override
        Optional<String> value(HttpMessage message) {
            return message.body() instanceof Body.Sized(var content)
                    ? Optional.of(Integer.toString(content.length()))
                    : Optional.empty();
        }
    },
    /** RFC 9112, 6.1. */
    TRANSFER_ENCODING("Transfer-Encoding") {
        @Override
        Optional<String> value(HttpMessage message) {
            return message.body() instanceof Body.Chunked ? Optional.of("chunked") : Optional.empty();
        }
    },
    /** RFC 9110, 6.6.2: the names of the trailer fields. */
    TRAILER("Trailer") {
        @Override
        Optional<String> value(HttpMessage message) {
            return message.body() instanceof Body.Chunked chunked
                            && !chunked.trailers().lines().isEmpty()
                    ? Optional.of(chunked.trailers().lines().stream()
                            .map(FieldLine::name)
                            .distinct()
                            .collect(Collectors.joining(", ")))
                    : Optional.empty();
        }
    },
    /** RFC 9112, 9.6: whoever ends a body by closing says that it will close; to HTTP/1.0 that goes without saying. */
    CONNECTION("Connection") {
        @Override
        Optional<String> value(HttpMessage message) {
            return message.body() instanceof Body.UntilClose
                            && message.version().atLeast11()
                    ? Optional.of("close")
                    : Optional.empty();
        }
    };

    private final String field;

    Derived(String field) {
        this.field = field;
    }

    /** The value that follows from the message, if the message calls for the field. */
    abstract Optional<String> value(HttpMessage message);

    /** The lines that were set, and around them those that were not and follow from the message. */
    static Fields section(HttpMessage message) {
        Fields section = message.fields();
        if (section.complete()) {
            return section;
        }
        for (Derived each : values()) {
            Optional<String> value = section.has(each.field) ? Optional.empty() : each.value(message);
            if (value.isPresent()) {
                section = each == HOST ? section.after(each.field, value.get()) : section.plus(each.field, value.get());
            }
        }
        return section.exactly();
    }

    /** The lines that were set to something else than what follows from the message. */
    static List<HttpMessage.Pinned> pinned(HttpMessage message) {
        return message.fields().lines().stream()
                .flatMap(line -> shouldBe(message, line).map(value -> new HttpMessage.Pinned(line, value)).stream())
                .toList();
    }

    /** The mark of a line in a layout: that it is pinned, and what it should be. */
    static String mark(HttpMessage message, FieldLine line) {
        return shouldBe(message, line)
                .map(value -> "pinned, should be " + value)
                .orElse("");
    }

    /** What a line should say instead, if it says something wrong. */
    static Optional<String> shouldBe(HttpMessage message, FieldLine line) {
        for (Derived each : values()) {
            if (line.isNamed(each.field) && each != CONNECTION && each != TRAILER) {
                return each.value(message).filter(value -> !value.equalsIgnoreCase(line.value()));
            }
        }
        return Optional.empty();
    }

    /** The fields without the lines that would be derived again, octet for octet, if nobody had set them. */
    static Fields unset(HttpMessage message) {
        Fields fields = message.fields().derivable();
        for (Derived each : values()) {
            if (each.value(message).equals(fields.get(each.field))
                    && fields.all(each.field).size() == 1) {
                fields = fields.without(each.field);
            }
        }
        return fields;
    }
}
