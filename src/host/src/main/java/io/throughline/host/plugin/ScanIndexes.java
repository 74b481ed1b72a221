package io.throughline.host.plugin;

import java.beans.Introspector;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.beans.factory.xml.NamespaceHandler;
import org.springframework.beans.factory.xml.ParserContext;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The element {@code <atlassian-scanner:scan-indexes/>}: beans from the index files instead of from a class path scan. */
final class ScanIndexes implements NamespaceHandler {

    static final String NAMESPACE = "http://www.atlassian.com/schema/atlassian-scanner/2";

    private final Bundle bundle;
    private final String product;
    private final ServiceImports imports;
    private ScannerIndexes read;

    ScanIndexes(Bundle bundle, String product, ServiceImports imports) {
        this.bundle = bundle;
        this.product = product;
        this.imports = imports;
    }

    /** The indexes, once an element asked for them; null when none did. */
    ScannerIndexes indexes() {
        return read;
    }

    @Override
    public void init() {
        // nothing to prepare: one handler serves one context
    }

    @Override
    public BeanDefinition parse(Element element, ParserContext parser) {
        if (!element.getLocalName().equals("scan-indexes")) {
            throw new PluginRefused("unknown element <" + element.getNodeName() + "> in the Spring context of "
                    + bundle.getSymbolicName());
        }
        refuseOwnCopyOfTheScanner();
        List<String> profiles = Arrays.stream(element.getAttribute("profile").split(","))
                .map(String::strip)
                .filter(profile -> !profile.isEmpty())
                .toList();
        read = new ScannerIndexes(bundle, product, profiles);
        BeanDefinitionRegistry registry = parser.getRegistry();
        AnnotationConfigUtils.registerAnnotationConfigProcessors(registry);
        registerComponents(registry);
        imports.register(read.imports(), (ConfigurableListableBeanFactory) registry);
        return null;
    }

    /** Dossier 1.4: the scanner's runtime stops at a plugin that carries its annotations or itself. */
    private void refuseOwnCopyOfTheScanner() {
        if (bundle.findEntries("com/atlassian/plugin/spring/scanner", "*.class", true) != null) {
            throw new PluginRefused("plugin " + bundle.getSymbolicName()
                    + " carries classes of com.atlassian.plugin.spring.scanner, which must come from the product");
        }
    }

    private void registerComponents(BeanDefinitionRegistry registry) {
        Set<ScannerIndexes.Line> primary = new HashSet<>(read.primaryComponents());
        for (ScannerIndexes.Line line : read.components()) {
            Class<?> type = load(line.className());
            String name = line.more().orElseGet(() -> Introspector.decapitalize(type.getSimpleName()));
            if (registry.containsBeanDefinition(name)) {
                String other = registry.getBeanDefinition(name).getBeanClassName();
                throw new PluginRefused("bean name '" + name + "' of " + type.getName()
                        + " conflicts with existing, non-compatible bean definition of same name and class [" + other
                        + "]");
            }
            RootBeanDefinition definition = new RootBeanDefinition(type);
            definition.setPrimary(primary.contains(line));
            registry.registerBeanDefinition(name, definition);
        }
    }

    private Class<?> load(String className) {
        try {
            return bundle.loadClass(className);
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new PluginRefused(
                    "component " + className + " of " + bundle.getSymbolicName() + " does not load: " + missing,
                    missing);
        }
    }

    @Override
    public BeanDefinitionHolder decorate(Node source, BeanDefinitionHolder definition, ParserContext parser) {
        return definition;
    }
}
