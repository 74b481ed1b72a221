package io.throughline.host.confluence.macro;

import com.atlassian.confluence.content.render.xhtml.ConversionContext;
import com.atlassian.confluence.macro.Macro;
import java.util.Map;
import java.util.function.BiFunction;

/** A macro that is a function of its parameters and its body. */
final class OwnMacro implements Macro {

    private final BodyType bodyType;
    private final OutputType outputType;
    private final BiFunction<Map<String, String>, String, String> html;

    OwnMacro(BodyType bodyType, BiFunction<Map<String, String>, String, String> html) {
        this(bodyType, OutputType.BLOCK, html);
    }

    OwnMacro(BodyType bodyType, OutputType outputType, BiFunction<Map<String, String>, String, String> html) {
        this.bodyType = bodyType;
        this.outputType = outputType;
        this.html = html;
    }

    @Override
    public String execute(Map<String, String> parameters, String body, ConversionContext context) {
        return html.apply(parameters, body);
    }

    @Override
    public BodyType getBodyType() {
        return bodyType;
    }

    @Override
    public OutputType getOutputType() {
        return outputType;
    }
}
