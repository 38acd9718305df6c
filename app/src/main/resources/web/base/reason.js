// What the broker said of an order, without the request that it answered and the code before it.
const REQUEST = /(?:[A-Z][A-Z0-9_]+: )?(?:GET|POST|PUT|PATCH|DELETE) \/\S*: (?:\d{3} )?/;
const REQUEST_ID = / \[request id [^\]]*\]/;

export const reason = (text) => (text ? text.replace(REQUEST, '').replace(REQUEST_ID, '') : '');
