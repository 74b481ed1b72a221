package io.throughline.app.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/** The app's one way to read and write JSON; the products' own mappers, whose settings differ, play no part. */
public final class Json {
    /** Strict: no key twice, nothing after the end, numbers as written until a form looks at their range. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An empty array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A number as a person would write it: {@code 1}, {@code 0.25}, without an exponent where that stays readable. */
    public static JsonNode number(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NullNode.instance;
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-12 || size >= 1e18)) {
            return JsonNodeFactory.instance.numberNode((double) value);
        }
        if (size < 1e15 && value == Math.rint(value)) { // most are, and the way over text is long
            return DecimalNode.valueOf(BigDecimal.valueOf(value.longValue()));
        }
        long thousandths = Math.round(value * 1000);
        if (size < 1e11 && thousandths / 1000.0 == value) { // nearly all others: no shorter decimal is that double
            return DecimalNode.valueOf(BigDecimal.valueOf(thousandths, 3).stripTrailingZeros());
        }
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /** The text of a node in UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** The text of a node. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    /** An object that this app wrote before. */
    public static ObjectNode read(String written) {
        try {
            return (ObjectNode) MAPPER.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON cannot be read: " + written, e);
        }
    }

    /** The one form that RFC 8785 gives to equal JSON, for hashing. */
    public static String canonical(JsonNode node) {
        try {
            return new JsonCanonicalizer(write(node)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalArgumentException("not canonical JSON: " + node, e);
        }
    }
}
