package io.throughline.host.web;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The jsI18n transformer: {@code WRM.I18n.getText('key')} becomes the text as a literal, and with arguments a call of
 * {@code WRM.format}. Only literal keys are seen; a computed key stays as it is and answers itself in the browser.
 */
final class TranslatedScript {

    private static final Pattern CALL =
            Pattern.compile("(?:WRM|AJS)\\.I18n\\.getText\\(\\s*(['\"])([\\w.-]+)\\1\\s*([,)])");

    private TranslatedScript() {}

    static String translate(String script, UnaryOperator<String> textOf) {
        return CALL.matcher(script).replaceAll(call -> {
            String text = textOf.apply(call.group(2));
            boolean hasArguments = call.group(3).equals(",");
            // a text without arguments still went through MessageFormat's quoting when it was written
            String literal = JavaScript.string(hasArguments ? text : text.replace("''", "'"));
            return Matcher.quoteReplacement(hasArguments ? "WRM.format(" + literal + "," : literal);
        });
    }
}
