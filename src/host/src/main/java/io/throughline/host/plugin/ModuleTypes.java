package io.throughline.host.plugin;

/** The module types a product knows. The platform registers those both products have; a product adds its own in {@code mount}. */
public interface ModuleTypes {

    /** @param element the element's name in the descriptor, e.g. {@code xhtml-macro} */
    void register(String element, ModuleType type);

    /** Makes modules of one type live. */
    @FunctionalInterface
    interface ModuleType {
        /**
         * Called when the plugin is enabled, after its Spring context is up.
         *
         * @return takes everything back when the plugin is disabled
         * @throws Exception the module is marked as failed with the message; the plugin stays enabled
         */
        AutoCloseable enable(Module module) throws Exception;
    }

    /**
     * One module element of an enabled plugin.
     *
     * @param xml the whole element
     */
    record Module(Plugin plugin, String key, Tag xml) {
        /** "plugin.key:module-key". */
        public String completeKey() {
            return plugin.key() + ":" + key;
        }

        /** An object of the class named by attribute {@code class}, wired from the plugin's context. */
        public <T> T createFromClassAttribute(Class<T> as) {
            return plugin.create(
                    xml.attribute("class")
                            .orElseThrow(() ->
                                    new IllegalStateException("module " + completeKey() + " has no class attribute")),
                    as);
        }
    }
}
