package wirebook.jjava;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import wirebook.Imports;
import wirebook.view.Views;

/** What JJava does when this jar comes to a notebook's class path: it learns how the language looks, and its names. */
public final class WireExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        kernel.getRenderer().createRegistration(Object.class).register(WireExtension::render);
        kernel.evalRaw(String.join("\n", Imports.ALL));
    }

    /** Values that are none of ours are left to JJava. */
    private static void render(Object value, RenderContext context) {
        Views.of(value)
                .ifPresent(view -> view.data()
                        .forEach((type, data) -> context.renderIfRequested(MIMEType.parse(type), () -> data)));
    }
}
