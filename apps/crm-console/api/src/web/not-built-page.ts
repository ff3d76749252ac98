/** Shown at `/` where the API runs without the web app's build. */
export const NOT_BUILT_PAGE = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Dongbo</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 16px;color:#13191d}code{background:#edf0f1;padding:2px 6px;border-radius:3px}</style></head>
<body>
<h1>Giao diện chưa được dựng</h1>
<p>API đang chạy, nhưng thư mục <code>web/dist</code> trống. Chạy <code>pnpm --filter crm-console build</code>, rồi tải lại trang này.</p>
<p lang="en">The API is running, but the web app has not been built. Run <code>pnpm --filter crm-console build</code>, then reload this page.</p>
</body>
</html>
`;
