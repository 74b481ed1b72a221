package io.throughline.host.velocity;

import com.atlassian.velocity.htmlsafe.HtmlSafe;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.util.RuntimeServicesAware;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what {@code $a.b} and {@code $a.b()} mean and refuses what the allow-list does not name. A refused call has no value, so
 * the reference stays in the output as it was written. Velocity makes this object itself, by name.
 */
public final class GuardedCalls extends UberspectImpl implements RuntimeServicesAware {

    static final String ALLOW_LIST = AllowList.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(GuardedCalls.class);

    private AllowList allowed;

    @Override
    public void setRuntimeServices(RuntimeServices services) {
        allowed = (AllowList) services.getApplicationAttribute(ALLOW_LIST);
    }

    @Override
    public Iterator getIterator(Object source, Info info) throws Exception {
        return super.getIterator(SafeHtml.unpack(source), info);
    }

    @Override
    public VelMethod getMethod(Object target, String name, Object[] arguments, Info info) throws Exception {
        Object on = SafeHtml.unpack(target);
        if (on == null) {
            return null;
        }
        Object[] plain = SafeHtml.unpackAll(arguments);
        if (on.getClass().isArray()) {
            return unpacking(super.getMethod(on, name, plain, info));
        }
        Method method = introspector.getMethod(on.getClass(), name, plain);
        return method != null && isAllowed(on, method, info)
                ? unpacking(super.getMethod(on, name, plain, info), method)
                : null;
    }

    @Override
    public VelPropertyGet getPropertyGet(Object target, String name, Info info) throws Exception {
        Object on = SafeHtml.unpack(target);
        if (on == null) {
            return null;
        }
        Method getter = getter(on, name);
        if (getter != null) {
            return isAllowed(on, getter, info) ? new GetterCall(getter) : null;
        }
        return on instanceof Map<?, ?> ? new MapEntry(name) : null;
    }

    /** Templates never set properties of objects. */
    @Override
    public VelPropertySet getPropertySet(Object target, String name, Object value, Info info) {
        return null;
    }

    /** {@code $a.b}: {@code getB} or {@code isB}; Velocity 1.7 knows no records, their components are called with {@code ()}. */
    private Method getter(Object on, String name) throws Exception {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String candidate : new String[] {"get" + capital, "is" + capital}) {
            Method method = introspector.getMethod(on.getClass(), candidate, new Object[0]);
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    private boolean isAllowed(Object on, Method method, Info info) {
        // dossier 1.10: the platform's filter blocks every JDK proxy in a context, whatever its interfaces allow
        if (!Proxy.isProxyClass(on.getClass()) && allowed.allows(on, method)) {
            return true;
        }
        LOG.warn(
                "Blocked call in {}: {}#{} is not in the Velocity allow-list",
                info,
                on.getClass().getName(),
                method.getName());
        return false;
    }

    private static Object mark(Method method, Object value) {
        boolean safe = method.isAnnotationPresent(HtmlSafe.class);
        return safe && value != null && !(value instanceof Boolean) ? new SafeHtml(value) : value;
    }

    private static VelMethod unpacking(VelMethod found) {
        return found == null ? null : new MethodCall(found, null);
    }

    private static VelMethod unpacking(VelMethod found, Method method) {
        return found == null ? null : new MethodCall(found, method);
    }

    private record MethodCall(VelMethod call, Method method) implements VelMethod {
        @Override
        public Object invoke(Object target, Object[] arguments) throws Exception {
            Object value = call.invoke(SafeHtml.unpack(target), SafeHtml.unpackAll(arguments));
            return method == null ? value : mark(method, value);
        }

        @Override
        public boolean isCacheable() {
            return call.isCacheable();
        }

        @Override
        public String getMethodName() {
            return call.getMethodName();
        }

        @Override
        public Class getReturnType() {
            return call.getReturnType();
        }
    }

    private record GetterCall(Method getter) implements VelPropertyGet {
        @Override
        public Object invoke(Object target) throws Exception {
            try {
                return mark(getter, getter.invoke(SafeHtml.unpack(target)));
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw thrown;
            }
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return getter.getName();
        }
    }

    private record MapEntry(String key) implements VelPropertyGet {
        @Override
        public Object invoke(Object target) {
            return ((Map<?, ?>) SafeHtml.unpack(target)).get(key);
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return "get";
        }
    }
}
