package io.throughline.host.jira;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import io.throughline.host.jira.jql.JqlFunctions;
import io.throughline.host.plugin.ModuleTypes;
import io.throughline.host.plugin.Tag;

/** The module type {@code <jql-function>}: name and list flag from the descriptor, the object from the plugin's context. */
final class JqlFunctionModules implements ModuleTypes.ModuleType {
    private final JqlFunctions functions;

    private record Descriptor(String getFunctionName, boolean isList) implements JqlFunctionModuleDescriptor {}

    JqlFunctionModules(JqlFunctions functions) {
        this.functions = functions;
    }

    @Override
    public AutoCloseable enable(ModuleTypes.Module module) {
        String name = module.xml()
                .child("fname")
                .map(Tag::text)
                .orElseThrow(() -> new IllegalArgumentException("a jql-function needs <fname>"));
        boolean isList = module.xml()
                .child("list")
                .map(Tag::text)
                .map(Boolean::parseBoolean)
                .orElse(false);
        JqlFunction function = module.createFromClassAttribute(JqlFunction.class);
        function.init(new Descriptor(name, isList));
        return functions.register(function);
    }
}
