package org.apache.log4j;

/**
 * A logger by its old name; it writes nothing here and is only handed through.
 *
 * <p>Source: dossier 3.6 [V8: parameter of postCall]; getLogger: https://logging.apache.org/log4j/1.x/apidocs/
 */
public class Logger {
    private Logger() {}

    public static Logger getLogger(Class<?> type) {
        return new Logger();
    }
}
