package wirebook.jupyter.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * JSON text to values and back (RFC 8259): {@code Map}, {@code List}, {@code String}, {@code Number} and {@code Boolean}, with {@code
 * Optional.empty()} for null. The one file that sees the JSON library.
 */
public final class Json {
    private static final int DEEPEST = 512;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /**
     * The object that {@code utf8} holds.
     *
     * @throws IOException if it is no UTF-8 (the library alone would let some of that pass), no JSON, no object, has something behind it, or is nested deeper than 512 levels
     */
    public static Map<String, Object> object(byte[] utf8) throws IOException {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            Map<String, Object> object = members(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the JSON object");
            }
            return object;
        } catch (JacksonException malformed) {
            throw new IOException(malformed.getOriginalMessage(), malformed);
        }
    }

    private static Map<String, Object> members(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static List<Object> elements(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> Optional.empty();
        };
    }

    /**
     * {@code object} as UTF-8. JSON has no NaN and no infinities, so they are written as null; a value that is no JSON is written as its
     * text.
     */
    public static byte[] utf8(Map<String, ?> object) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
            try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
                write(generator, object);
            }
            return bytes.toByteArray();
        }
    }

    private static void write(JsonGenerator generator, Object value) {
        switch (value) {
            case String text -> generator.writeString(whole(text));
            case Boolean flag -> generator.writeBoolean(flag);
            case Number number -> writeNumber(generator, number);
            case Map<?, ?> map -> writeObject(generator, map);
            case Iterable<?> list -> writeArray(generator, list);
            case Optional<?> optional when optional.isEmpty() -> generator.writeNull();
            default -> generator.writeString(whole(value.toString()));
        }
    }

    private static void writeNumber(JsonGenerator generator, Number number) {
        switch (number) {
            case Integer i -> generator.writeNumber(i);
            case Long l -> generator.writeNumber(l);
            case BigInteger i -> generator.writeNumber(i);
            case BigDecimal d -> generator.writeNumber(d);
            default -> writeDouble(generator, number.doubleValue());
        }
    }

    private static void writeDouble(JsonGenerator generator, double number) {
        if (Double.isFinite(number)) {
            generator.writeNumber(number);
        } else {
            generator.writeNull();
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> object) {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member : object.entrySet()) {
            generator.writeName(whole(String.valueOf(member.getKey())));
            write(generator, member.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeArray(JsonGenerator generator, Iterable<?> array) {
        generator.writeStartArray();
        for (Object element : array) {
            write(generator, element);
        }
        generator.writeEndArray();
    }

    /** {@code text} with each half of a surrogate pair that stands alone replaced: it has no UTF-8. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(UTF_8), UTF_8);
            }
        }
        return text;
    }
}
