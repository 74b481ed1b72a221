package io.throughline.app.confluence.macro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A macro of ours in storage format. Found as text and not as a document, so that whatever else is on the page stays as it
 * is to the letter.
 *
 * @param start of its element
 * @param end behind its element
 * @param name as pages store it
 * @param parameters decoded, in their order
 */
public record StoredMacro(int start, int end, String name, Map<String, String> parameters) {
    /** Comments and CDATA come first: what looks like a macro in them is none. Our macros have no body, so none is nested. */
    private static final Pattern PIECE = Pattern.compile(
            "<!--.*?-->|<!\\[CDATA\\[.*?]]>"
                    + "|<ac:structured-macro\\b(?<attributes>(?:[^>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)(?<empty>/)?>",
            Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("\\bac:name\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern PARAMETER = Pattern.compile(
            "<ac:parameter\\b[^>]*?\\bac:name\\s*=\\s*\"([^\"]*)\"[^>]*?(?:/>|>(.*?)</ac:parameter>)", Pattern.DOTALL);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));");
    private static final String END = "</ac:structured-macro>";

    /** All macros of a page, others' too, in their order. */
    public static List<StoredMacro> in(String storage) {
        List<StoredMacro> found = new ArrayList<>();
        Matcher piece = PIECE.matcher(storage);
        while (piece.find()) {
            String attributes = piece.group("attributes");
            if (attributes == null) {
                continue;
            }
            Matcher name = NAME.matcher(attributes);
            if (!name.find()) {
                continue;
            }
            boolean empty = piece.group("empty") != null;
            int close = empty ? piece.end() : storage.indexOf(END, piece.end());
            if (close >= 0) {
                String inside = empty ? "" : storage.substring(piece.end(), close);
                found.add(new StoredMacro(
                        piece.start(),
                        empty ? close : close + END.length(),
                        decoded(name.group(1) == null ? name.group(2) : name.group(1)),
                        parameters(inside)));
            }
        }
        return found;
    }

    private static Map<String, String> parameters(String inside) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(inside);
        while (parameter.find()) {
            parameters.put(parameter.group(1), parameter.group(2) == null ? "" : decoded(parameter.group(2)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(1) == null) {
            int code =
                    entity.group(2) == null ? Integer.parseInt(entity.group(3), 16) : Integer.parseInt(entity.group(2));
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        }
        return switch (entity.group(1)) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> "'";
        };
    }

    public String fingerprint() {
        return Fingerprint.of(name, parameters);
    }

    /** The page with something else in the macro's place. */
    public String replacedIn(String storage, String by) {
        return storage.substring(0, start) + by + storage.substring(end);
    }

    /** The macro's element with one parameter set; an empty value takes it away. Everything else of it stays. */
    public String with(String element, String parameter, String value) {
        String without = Pattern.compile(
                        "<ac:parameter\\b[^>]*?\\bac:name\\s*=\\s*\"" + Pattern.quote(parameter)
                                + "\"[^>]*?(?:/>|>.*?</ac:parameter>)",
                        Pattern.DOTALL)
                .matcher(element)
                .replaceAll("");
        if (value.isEmpty()) {
            return without;
        }
        String added = "<ac:parameter ac:name=\"" + parameter + "\">" + value + "</ac:parameter>";
        return without.endsWith(END)
                ? without.substring(0, without.length() - END.length()) + added + END
                : without.replaceFirst("\\s*/>$", ">") + added + END;
    }
}
